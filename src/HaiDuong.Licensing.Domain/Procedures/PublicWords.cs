namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Cách người dân gọi: the words by which people ask for procedures, beside those that their names use.</summary>
/// <param name="Idle">Phrases that say nothing of what is meant ("xin", "thủ tục"); they need not be found where others are.</param>
/// <param name="Spoken">What people say for what stands in names.</param>
public sealed record PublicWords(IReadOnlyList<string> Idle, IReadOnlyList<SpokenPhrase> Spoken)
{
    public static PublicWords None { get; } = new([], []);
}

/// <summary>A phrase of the public, and the phrases of names that it may mean.</summary>
public sealed record SpokenPhrase(string Said, IReadOnlyList<string> Means);
