using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>One dossier of the demo office and what happens to it, in order of time.</summary>
internal sealed record DemoStory(int Number, string Slug, SubmissionChannel Channel, string? Owner, IReadOnlyList<DemoAct> Acts);

/// <summary>One act and when, in working hours before the office was made.</summary>
internal sealed record DemoAct(string Verb, double HoursAgo)
{
    public LocalDateTime At(LocalDateTime now, WorkingCalendar calendar) => calendar.SubtractWorkingTime(now, Duration.FromMinutes(Math.Round(HoursAgo * 60)));
}

/// <summary>What the demo office has on its desks: every state of a dossier, over all procedures and the last weeks, some of it late.</summary>
internal static class DemoStories
{
    private const string Permit = "publishing-permit";
    private const string Press = "press-conference";
    private const string ForeignPress = "foreign-press-conference";
    private const string Bts = "bts-investment-approval";
    private const string Game = "game-point-certificate";

    private static readonly (string Slug, string? Owner, string Acts)[] Told =
    [
        (Permit, null, "take-in 160, assign 158, appraise 130, pay 122, draft 110, approve 104, sign 98, issue 96, hand 80"),
        (
            Permit,
            DemoPeople.Enterprise,
            "submit 152, accept 149, assign 146, appraise 118, pay 110, draft 100, send-back 96, draft 92, approve 88, sign 86, issue 84, hand 62"
        ),
        (Permit, DemoPeople.Enterprise, "submit 3"),
        (Permit, null, "submit 26"),
        (Permit, DemoPeople.Enterprise, "submit 30, ask 27"),
        (Permit, null, "submit 40, ask 36, supply 20, accept 18"),
        (Permit, null, "take-in 30, assign 28"),
        (Permit, DemoPeople.Enterprise, "submit 64, accept 60, assign 58, ask 40"),
        (Permit, null, "take-in 70, assign 66, appraise 20"),
        (Permit, null, "take-in 76, assign 74, appraise 60, pay 50, draft 40"),
        (Permit, null, "take-in 74, assign 70, appraise 58, pay 48, draft 38, approve 20"),
        (Permit, null, "take-in 72, assign 70, appraise 56, pay 46, draft 36, approve 18, sign 6"),
        (Permit, DemoPeople.Enterprise, "submit 74, accept 70, assign 68, appraise 54, pay 44, draft 34, approve 16, sign 8, issue 5"),
        (Permit, null, "take-in 124, assign 120"),
        (Permit, null, "submit 50, refuse 44"),
        (Permit, null, "take-in 110, assign 106, appraise 80, pay 70, draft-refusal 60, approve 52, sign 46, issue 40, hand 22"),
        (Permit, DemoPeople.Enterprise, "submit 28, accept 24, assign 22, withdraw 3"),
        (Permit, null, "take-in 90, assign 88, withdraw 80, agree 76"),
        (Permit, null, "take-in 180, assign 178, ask-soon 170, expire 100, stop 96"),
        (Permit, null, "take-in 70, assign 66"),
        (Permit, null, "take-in 84, assign 80, appraise 60, pay 52, apologise 30"),
        (Bts, null, "take-in 200, assign 196, appraise 180, opine 170, opine 160, opine 154, draft 146, approve 140, sign 132, issue 128, hand 110"),
        (Bts, null, "take-in 30, assign 28, appraise 20"),
        (Bts, null, "take-in 50, assign 46, appraise 36, opine 12, opine 8"),
        (Bts, null, "take-in 80, assign 76, appraise 66, opine 56, opine 52, opine 40"),
        (Bts, null, "take-in 118, assign 114, appraise 100, opine 60"),
        (Bts, null, "take-in 82, assign 78, appraise 70, opine 62, opine 58, opine 50, draft 30, approve 22, send-back-signing 10"),
        (Bts, null, "submit 1"),
        (Bts, null, "take-in 16"),
        (Game, DemoPeople.Applicant, "submit 130, accept 126, assign 122, appraise 110, inspect 90, draft 84, approve 78, sign 72, issue 70, hand 50"),
        (Game, null, "take-in 40, assign 38, appraise 24"),
        (Game, DemoPeople.Applicant, "submit 60, accept 54, assign 50, appraise 40, inspect 20"),
        (Game, null, "take-in 66, assign 64, appraise 50, inspect 34, draft-refusal 26, approve 12"),
        (Game, DemoPeople.Applicant, "submit 36, accept 32, assign 30, ask 18"),
        (Game, null, "take-in 98, assign 96, appraise 80, inspect 60, draft 50"),
        (Press, null, "submit 40, accept 39, assign 38, appraise 37, draft 36.5, approve 36, sign 35, issue 34.5, hand 33"),
        (Press, null, "submit 6, accept 5, assign 4"),
        (Press, null, "submit 0.5"),
        (Press, null, "submit 20, accept 18, assign 17, appraise 16, draft 15"),
        (ForeignPress, null, "submit 60, accept 58, assign 57, appraise 54, draft 52, approve 50, sign 48, issue 47, hand 45"),
        (ForeignPress, null, "submit 14, accept 12, assign 11, ask-opinion 10"),
        (ForeignPress, null, "submit 18, accept 15, assign 14, ask-opinion 13, opine 8, appraise 6, draft 5"),
    ];

    public static IReadOnlyList<DemoStory> All { get; } = [.. Told.Select((story, index) => Read(story.Slug, story.Owner, story.Acts, index))];

    private static DemoStory Read(string slug, string? owner, string acts, int number)
    {
        // A few minutes apart, so that not everything happens on the hour.
        var offset = number % 9 * 0.05;
        var read = acts.Split(", ")
            .Select(act => act.Split(' '))
            .Select(act => new DemoAct(act[0], double.Parse(act[1], System.Globalization.CultureInfo.InvariantCulture) + offset))
            .ToList();
        return new DemoStory(number, slug, read[0].Verb == "take-in" ? SubmissionChannel.Counter : SubmissionChannel.Online, owner, read);
    }
}
