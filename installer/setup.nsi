; The setup program: for one user, without administrator's rights, offline.
;
;   makensis -DVERSION=0.1.0 -DSRC=<program folder> -DOUT=<setup.exe> [-DTARGET=amd64-unicode]
;            [-DCOMPRESS=zlib] [-DSIGN=<command>] setup.nsi
;
; Silent: setup.exe /S [/D=C:\any folder]     /D= comes last and takes no quotation marks.
; Ends with 0 when done, 1 when the user gave up, 2 when it could not be done.

!ifndef TARGET
  !define TARGET x86-unicode
!endif
!ifndef COMPRESS
  !define COMPRESS lzma
!endif
Target ${TARGET}
Unicode true
SetCompressor /SOLID ${COMPRESS}
!if ${COMPRESS} == lzma
  SetCompressorDictSize 64
!endif

!ifdef NSIS_WIN32_MAKENSIS
  !define ALL "${SRC}\*"
!else
  !define ALL "${SRC}/*"
!endif

!define APP    "Supplier PCF"
!define MAKER  "The Supplier PCF authors"
!define KEY    "SupplierPCF"
!define WINDOW "SupplierPCF.exe"
!define COMMAND "supplier-pcf.exe"
!define EXT    ".spcf"
!define PROGID "SupplierPCF.Study.1"
!define UNKEY  "Software\Microsoft\Windows\CurrentVersion\Uninstall\${KEY}"
!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6.11 runs on

Name "${APP} ${VERSION}"
BrandingText "${APP} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${KEY}"
InstallDirRegKey HKCU "Software\${KEY}" "InstallDir"
ManifestDPIAware true
ManifestSupportedOS Win10
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${APP}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${APP} setup"
VIAddVersionKey CompanyName "${MAKER}"
VIAddVersionKey LegalCopyright "Apache License 2.0"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define MUI_ICON "app.ico"
!define MUI_UNICON "app.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German
!insertmacro MUI_LANGUAGE SimpChinese

LangString Study ${LANG_ENGLISH} "${APP} study"
LangString Study ${LANG_GERMAN} "${APP}-Studie"
LangString Study ${LANG_SIMPCHINESE} "${APP} 碳足迹文件"
LangString Running ${LANG_ENGLISH} "${APP} is open. Save your work, close it, and try again."
LangString Running ${LANG_GERMAN} "${APP} ist geöffnet. Speichern Sie Ihre Arbeit, schließen Sie es und versuchen Sie es noch einmal."
LangString Running ${LANG_SIMPCHINESE} "${APP} 正在运行。请保存工作并关闭程序，然后重试。"
LangString TooOld ${LANG_ENGLISH} "${APP} needs 64-bit Windows 10, version 1809, or newer."
LangString TooOld ${LANG_GERMAN} "${APP} braucht Windows 10 (64 Bit), Version 1809 oder neuer."
LangString TooOld ${LANG_SIMPCHINESE} "${APP} 需要 64 位 Windows 10（1809 或更高版本）。"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

; A program that runs cannot be written over. Asks for it to be closed; ends a silent setup.
!macro RefuseWhileRunning NAME
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\${NAME}"
      ${ExitDo}
    ${EndIf}
    FileOpen $0 "$INSTDIR\${NAME}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel 2
    Abort "$(Running)"
  ${Loop}
!macroend

; Only a folder of ours is removed whole: a folder of the same name in a place the user chose may be his.
!macro RemoveParts
  ${If} ${FileExists} "$INSTDIR\_internal\bundle.json"
    RMDir /r "$INSTDIR\_internal"
  ${EndIf}
  RMDir /r "$INSTDIR\licenses"
!macroend

Function .onInit
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
  ${OrIf} ${IsNativeIA32}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section "Install"
  SetShellVarContext current
  !insertmacro RefuseWhileRunning "${WINDOW}"
  !insertmacro RefuseWhileRunning "${COMMAND}"
  !insertmacro RemoveParts
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${ALL}"
  File "document.ico"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "Software\${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\${EXT}" "" "${PROGID}"
  WriteRegStr HKCU "Software\Classes\${EXT}\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "Software\Classes\${PROGID}" "" "$(Study)"
  WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\document.ico"
  WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr HKCU "${UNKEY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNKEY}" "Publisher" "${MAKER}"
  WriteRegStr HKCU "${UNKEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "DisplayIcon" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNKEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNKEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNKEY}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro RefuseWhileRunning "${WINDOW}"
  !insertmacro RefuseWhileRunning "${COMMAND}"
  !insertmacro RemoveParts
  Delete "$SMPROGRAMS\${APP}.lnk"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${COMMAND}"
  Delete "$INSTDIR\document.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ReadRegStr $0 HKCU "Software\Classes\${EXT}" ""
  ${If} $0 == "${PROGID}"
    DeleteRegValue HKCU "Software\Classes\${EXT}" ""
  ${EndIf}
  DeleteRegValue HKCU "Software\Classes\${EXT}\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "Software\Classes\${EXT}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\${EXT}"
  DeleteRegKey HKCU "Software\Classes\${PROGID}"
  DeleteRegKey HKCU "${UNKEY}"
  DeleteRegKey HKCU "Software\${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
