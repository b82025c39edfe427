/* bcryptprimitives.dll stand-in for wine 8: libraries written in Rust ask it for random bytes. */
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PUCHAR bytes, SIZE_T count){
  while(count){
    ULONG part = count > 0x40000000 ? 0x40000000 : (ULONG)count;
    if(!RtlGenRandom(bytes, part)) return FALSE;
    bytes += part; count -= part; }
  return TRUE; }
