namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>How the private cluster runs. The defaults are for real dossiers; tests turn <see cref="Fsync"/> off.</summary>
public sealed record EmbeddedPostgresOptions
{
    public string Database { get; init; } = "licensing";

    /// <summary>False only for throwaway data: a power cut may then lose or break the cluster.</summary>
    public bool Fsync { get; init; } = true;

    /// <summary>How long to wait for a ready server, crash recovery and the exit of an older server included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
