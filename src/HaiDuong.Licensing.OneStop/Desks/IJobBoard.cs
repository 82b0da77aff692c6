using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Where a recurring job stands.</summary>
public enum JobState
{
    /// <summary>Chưa chạy lần nào.</summary>
    Never,

    /// <summary>Đang chờ đến lượt.</summary>
    Waiting,

    /// <summary>Đang chạy.</summary>
    Running,

    /// <summary>Đã chạy xong.</summary>
    Done,

    /// <summary>Chạy hỏng, sẽ thử lại.</summary>
    TriedAgain,

    /// <summary>Chạy hỏng.</summary>
    Failed,
}

/// <summary>Công việc nền định kỳ: what runs by the clock, when it last did and does next.</summary>
public sealed record OfficeJob(string Id, JobState State, Instant? LastRun, Instant? NextRun);

/// <summary>Công việc nền: what the recurring jobs are, and one of them run at once.</summary>
public interface IJobBoard
{
    IReadOnlyList<OfficeJob> Read();

    /// <summary>Has a job run as soon as the job server is free; a job that is not there is refused by false.</summary>
    bool Run(string id);
}
