namespace HaiDuong.Licensing.OneStop.Mail;

/// <summary>
/// The default without a gateway: each message becomes a text file named by its id that only the program's own user reads. Nobody receives it.
/// </summary>
public sealed class FileDropSmsTransport(string folder) : ISmsTransport
{
    public async Task SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var place = Path.Combine(folder, message.Id + ".txt");
        var half = place + ".new";
        await File.WriteAllTextAsync(half, $"{message.Phone}\n{message.Text}\n", cancellationToken);
        File.Move(half, place, overwrite: true);
    }
}
