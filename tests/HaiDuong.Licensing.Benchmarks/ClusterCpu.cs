using System.Globalization;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>CPU time that a private cluster has used so far: its postmaster, the backends that live and those that are gone.</summary>
internal sealed class ClusterCpu(string dataFolder)
{
    private const double TicksASecond = 100;

    public TimeSpan Used()
    {
        var pidFile = Directory.EnumerateFiles(dataFolder, "postmaster.pid", SearchOption.AllDirectories).First();
        var postmaster = int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture);
        double ticks = 0;
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            if (Fields(process) is not { } fields)
                continue;
            if (fields.Pid == postmaster)
                ticks += fields.Own + fields.Gone;
            else if (fields.Parent == postmaster)
                ticks += fields.Own;
        }

        return TimeSpan.FromSeconds(ticks / TicksASecond);
    }

    private static (int Pid, int Parent, double Own, double Gone)? Fields(string process)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(process, "stat"));
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            double At(int index) => double.Parse(fields[index], CultureInfo.InvariantCulture);
            return (int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture), (int)At(1), At(11) + At(12), At(13) + At(14));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
