from mobile.main import main

main()
