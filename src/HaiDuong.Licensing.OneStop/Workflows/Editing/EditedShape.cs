using System.Collections.Concurrent;
using System.Text.Json;
using HaiDuong.Licensing.Domain;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>How a member of a procedure's document is written in a form.</summary>
public enum EditedKind
{
    Text,
    Multiline,
    Whole,
    Number,
    Day,
    YesNo,

    /// <summary>One of some words.</summary>
    Choice,

    /// <summary>Any of some words.</summary>
    Choices,

    /// <summary>Texts, a line each.</summary>
    Lines,

    /// <summary>Texts by their names, a line each: <c>KEY: text</c>.</summary>
    Pairs,

    /// <summary>Members of its own.</summary>
    Group,

    /// <summary>A list of such.</summary>
    Rows,
}

/// <summary>
/// Mục soạn thảo: a member of a procedure's document, as the record says that reads it. So whatever a file may say a form can say, and nothing else.
/// </summary>
/// <param name="Owner">The record it is a member of.</param>
/// <param name="Member">Its name in the file.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Type">What it holds; of a list one item.</param>
/// <param name="Required">Whether a file must say it.</param>
public sealed record EditedShape(Type Owner, string Member, EditedKind Kind, Type Type, bool Required)
{
    private static readonly HashSet<string> Long = ["text", "note", "doubt", "remark", "otherwise", "question", "occasion", "message", "hint", "extra"];

    private static readonly string[] OfFacts = ["source", "doubt", "remark", "verified"];

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<EditedShape>> Known = new();

    /// <summary>What a page calls it by: the record and the member.</summary>
    public string Word => $"{Owner.Name}.{Member}";

    /// <summary>Whether it tells where the rest comes from, and how sure that is.</summary>
    public bool IsOfFact => Owner.IsSubclassOf(typeof(Sourced)) && OfFacts.Contains(Member);

    /// <summary>Whether what it holds is a legal fact.</summary>
    public bool IsFact => Type.IsSubclassOf(typeof(Sourced));

    /// <summary>The words that may be chosen.</summary>
    public IReadOnlyList<string> Options => Type.IsEnum ? [.. Enum.GetNames(Type).Select(JsonNamingPolicy.CamelCase.ConvertName)] : [];

    /// <summary>The members of a record, those about its source last.</summary>
    public static IReadOnlyList<EditedShape> Of(Type record) =>
        Known.GetOrAdd(record, static type =>
            [
                .. StrictJson
                    .MembersOf(type)
                    .Select(member => Make(type, member.Key, member.Value.PropertyType, member.Value.IsRequired))
                    .OrderBy(shape => type.IsSubclassOf(typeof(Sourced)) ? Array.IndexOf(OfFacts, shape.Member) : -1),
            ]
        );

    private static EditedShape Make(Type owner, string member, Type declared, bool required)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var item = type.IsGenericType ? type.GetGenericArguments()[^1] : null;
        var isList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        var kind =
            type == typeof(string)
                ? Long.Contains(member)
                    ? EditedKind.Multiline
                    : EditedKind.Text
                : type == typeof(int) || type == typeof(long)
                    ? EditedKind.Whole
                    : type == typeof(decimal)
                        ? EditedKind.Number
                        : type == typeof(LocalDate)
                            ? EditedKind.Day
                            : type == typeof(bool)
                                ? EditedKind.YesNo
                                : type.IsEnum
                                    ? EditedKind.Choice
                                    : !type.IsGenericType
                                        ? EditedKind.Group
                                        : !isList
                                            ? EditedKind.Pairs
                                            : item!.IsEnum
                                                ? EditedKind.Choices
                                                : item == typeof(string)
                                                    ? EditedKind.Lines
                                                    : EditedKind.Rows;
        return new EditedShape(owner, member, kind, isList ? item! : type, required);
    }
}
