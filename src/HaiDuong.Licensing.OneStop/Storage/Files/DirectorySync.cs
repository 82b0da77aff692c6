using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>Makes a rename survive a power cut: on Unix a folder is synced like a file, and .NET has no call for it.</summary>
internal static class DirectorySync
{
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(Encoding.UTF8.GetBytes(folder + "\0"), 0);
        if (handle < 0)
            throw new IOException("The folder cannot be opened.", new Win32Exception());
        try
        {
            if (Sync(handle) != 0)
                throw new IOException("The folder cannot be synced.", new Win32Exception());
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
