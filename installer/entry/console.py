"""The program supplier-pcf.exe."""

import sys

from supplier_pcf.__main__ import main

sys.exit(main())
