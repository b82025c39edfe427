"""The program SupplierPCF.exe, which has no console."""

import sys

from supplier_pcf.__main__ import window_main

sys.exit(window_main())
