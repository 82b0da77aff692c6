using System.Globalization;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>What was found; where nothing has all the words, what has the most of them.</summary>
public sealed record ProcedureHits(IReadOnlyList<Procedure> Found, IReadOnlyList<Procedure> Near);

/// <summary>A procedure with all that it may be found by.</summary>
public sealed record SaidProcedure(Procedure Procedure, string Said);

/// <summary>
/// Tìm thủ tục bằng lời thường: with and without marks, by the words of the public, by the beginning of a word, and by a word with one wrong letter where no
/// other is there. The best comes first.
/// </summary>
public sealed class ProcedureSearch
{
    private const int MostNear = 8;
    private const double Whole = 2;
    private const double Begun = 1;
    private const double Mistyped = 0.5;
    private const double InARow = 3;
    private const double Beside = 0.5;
    private const double Wordy = 0.05;

    private readonly Dictionary<string, IReadOnlyList<string[]>> spoken;
    private readonly HashSet<string> idle;
    private readonly int longest;

    public ProcedureSearch(PublicWords words)
    {
        idle = [.. words.Idle.Select(VietnameseText.Words)];
        spoken = words.Spoken.ToDictionary(
            one => VietnameseText.Words(one.Said),
            one => (IReadOnlyList<string[]>)[.. one.Means.Select(WordsOf)],
            StringComparer.Ordinal
        );
        longest = idle.Concat(spoken.Keys).Select(phrase => phrase.Split(' ').Length).DefaultIfEmpty(1).Max();
    }

    public ProcedureHits Find(string text, IReadOnlyList<SaidProcedure> among)
    {
        var (asked, spare) = Asked(WordsOf(text));
        var texts = among.Select(one => new Text(one.Procedure, WordsOf(one.Said))).ToList();
        if (asked.Count == 0)
            return new ProcedureHits([.. among.Select(one => one.Procedure)], []);
        var found = Best(asked, spare, texts, forgiving: []);
        var strange = asked.Where(part => texts.All(one => part.In(one, false) == 0)).ToHashSet();
        if (found.Count == 0 && strange.Count > 0)
            found = Best(asked, spare, texts, strange);
        if (found.Count > 0)
            return new ProcedureHits(found, []);
        var counted = texts.Select(one => (Text: one, Parts: asked.Count(part => part.In(one, strange.Contains(part)) > 0))).ToList();
        var most = counted.Max(one => one.Parts);
        return new ProcedureHits([], most == 0 ? [] : [.. counted.Where(one => one.Parts == most).Take(MostNear).Select(one => one.Text.Procedure)]);
    }

    private static List<Procedure> Best(IReadOnlyList<Part> asked, IReadOnlyList<Part> spare, IEnumerable<Text> texts, HashSet<Part> forgiving)
    {
        var row = string.Join(' ', asked.Select(part => part.Typed));
        return
        [
            .. texts
                .Select(one => (Text: one, Scores: asked.Select(part => part.In(one, forgiving.Contains(part))).ToList()))
                .Where(one => one.Scores.TrueForAll(score => score > 0))
                .OrderByDescending(one =>
                    one.Scores.Sum()
                    + (one.Text.Has(row) ? InARow : 0)
                    + (Beside * spare.Count(part => part.In(one.Text, false) > 0))
                    - (Wordy * one.Text.Length)
                )
                .Select(one => one.Text.Procedure),
        ];
    }

    /// <summary>What is asked for, the longest phrase that is known at each place; idle phrases alone are asked for themselves.</summary>
    private (List<Part> Asked, List<Part> Spare) Asked(string[] words)
    {
        var (parts, spare) = (new List<Part>(), new List<Part>());
        for (var at = 0; at < words.Length; )
        {
            var (length, means, isIdle) = KnownAt(words, at);
            var own = words[at..(at + length)];
            (isIdle ? spare : parts).Add(new Part(VietnameseText.Words(string.Join(' ', own)), [own, .. means]));
            at += length;
        }

        return parts.Count > 0 ? (parts, spare) : (spare, []);
    }

    private (int Length, IReadOnlyList<string[]> Means, bool IsIdle) KnownAt(string[] words, int at)
    {
        for (var length = Math.Min(longest, words.Length - at); length > 0; length--)
        {
            var phrase = VietnameseText.Words(string.Join(' ', words[at..(at + length)]));
            if (spoken.TryGetValue(phrase, out var means))
                return (length, means, false);
            if (idle.Contains(phrase))
                return (length, [], true);
        }

        return (1, [], false);
    }

    /// <summary>The words in lower case with their marks, whatever stands between them.</summary>
    private static string[] WordsOf(string text) =>
        string.Concat(VietnameseText.Clean(text).ToLower(CultureInfo.InvariantCulture).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One thing that is asked for, in each way in which it may be said.</summary>
    private sealed record Part(string Typed, IReadOnlyList<string[]> Ways)
    {
        /// <summary>How well a text has it; 0 where it has not.</summary>
        public double In(Text text, bool forgives) => Ways.Max(way => way.Min(word => text.Score(word, forgives)));
    }

    private sealed class Text(Procedure procedure, string[] words)
    {
        private readonly HashSet<string> marked = [.. words];
        private readonly HashSet<string> folded = [.. words.Select(VietnameseText.Fold)];
        private readonly string row = $" {VietnameseText.Words(string.Join(' ', words))} ";

        public Procedure Procedure => procedure;

        public int Length => words.Length;

        public bool Has(string phrase) => row.Contains($" {phrase} ", StringComparison.Ordinal);

        /// <summary>A word that is typed with marks is meant with them.</summary>
        public double Score(string word, bool forgives)
        {
            var plain = VietnameseText.Fold(word);
            var known = plain == word ? folded : marked;
            return known.Contains(word) ? Whole
                : word.Length >= 3 && known.Any(one => one.StartsWith(word, StringComparison.Ordinal)) ? Begun
                : forgives && folded.Any(one => IsMistyped(plain, one)) ? Mistyped
                : 0;
        }

        /// <summary>One letter is wrong, missing or too many, or two stand the wrong way round; of three letters the latter alone.</summary>
        private static bool IsMistyped(string typed, string meant)
        {
            if (typed.Length < 3 || Math.Abs(typed.Length - meant.Length) > 1)
                return false;
            var same = 0;
            while (same < Math.Min(typed.Length, meant.Length) && typed[same] == meant[same])
                same++;
            var (left, right) = (typed[same..], meant[same..]);
            if (typed.Length == meant.Length && left.Length >= 2 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..])
                return true;
            return typed.Length > 3
                && (
                    typed.Length == meant.Length ? left.Length > 0 && left[1..] == right[1..]
                    : typed.Length > meant.Length ? left[1..] == right
                    : left == right[1..]
                );
        }
    }
}
