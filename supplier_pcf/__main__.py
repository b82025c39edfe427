"""`python -m supplier_pcf`: the same as the command `supplier-pcf`."""

from __future__ import annotations

import sys

from supplier_pcf.cli.main import main

sys.exit(main())
