using System.Collections.Concurrent;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Tests.Dossiers;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Attack;

/// <summary>
/// An attacker's walk: every address of the running program × every person × every dossier, and every act from every person, against the tables
/// written by hand. A part of it each time; the whole with <c>ATTACK=whole</c>.
/// </summary>
public sealed class AttackTests
{
    private const int Part = 7;
    private static readonly ParallelOptions Width = new() { MaxDegreeOfParallelism = 4 };
    private static readonly PermitTable Permits = PermitTable.Read();
    private readonly Dictionary<string, Intruder> people = [];
    private AttackOffice office = null!;
    private IReadOnlyList<Target> targets = null!;
    private IReadOnlyList<ActPost> posts = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        office = await AttackOffice.OpenAsync();
        foreach (var name in AttackOffice.People.Keys)
            people[name] = await Intruder.EnterAsync(office, name);
        targets = await Addresses.OfAsync(office.Host);
        posts = ActPosts.All(office.Host.Actors["chuyen-vien-2"].AccountId!.Value);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await TestContext.Out.WriteLineAsync($"{people.Values.Sum(person => person.Requests)} requests");
        await (office?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Test]
    public async Task Pages_OpenToWhomTheTableSays_AndToNobodyElse()
    {
        var table = PageTable.Read();
        var wrong = new ConcurrentBag<string>();
        var cells =
            from page in table.Pages
            from state in table.IsAboutNoDossier(page) ? ["always"] : AttackOffice.States
            from who in people.Values
            where who.Name != "denounced" && StablePart.Takes(Part, $"{page} {state} {who.Name}")
            select (page, state, who);

        await Parallel.ForEachAsync(cells, Width, async (cell, _) =>
        {
            var dossier = office.Dossiers.GetValueOrDefault(cell.state) ?? office.Dossiers["assigned"];
            var loot = await cell.who.SendAsync(HttpMethod.Get, $"{Addresses.Fill(cell.page, dossier)}?{Addresses.QueryFor(dossier)}");
            // A search that finds a whole code goes to its dossier.
            var opened = loot.Opened || (cell.page == "/tim" && loot.Location?.StartsWith("/ho-so/", StringComparison.Ordinal) == true);
            if (opened != table.Opens(cell.page, cell.who.Name, cell.state))
                wrong.Add($"{cell.page} to {cell.who.Name} while {cell.state}: {loot.Status} {loot.Location}");
        });

        Assert.That(wrong.Order(StringComparer.Ordinal), Is.Empty);
    }

    [Test]
    public async Task Addresses_OfTheRunningProgram_NeverFail_AndNeverTellAHiddenSender()
    {
        var hidden = office.Dossiers["hidden"];
        string[] secrets = [hidden.Applicant.Name, hidden.Applicant.IdentityNumber, hidden.Applicant.Phone!];
        var wrong = new ConcurrentBag<string>();
        var visits =
            from target in targets.Where(target => target.Method == "GET")
            from dossier in target.IsAboutADossier ? office.Dossiers.AsEnumerable() : office.Dossiers.Where(pair => pair.Key is "hidden" or "ready")
            from who in people.Values
            where (dossier.Key == "hidden" && target.IsAboutADossier) || StablePart.Takes(Part, $"{target} {dossier.Key} {who.Name}")
            select (target, state: dossier.Key, dossier: dossier.Value, who);

        await Parallel.ForEachAsync(visits, Width, async (visit, _) =>
        {
            var loot = await visit.who.SendAsync(HttpMethod.Get, visit.target.AddressFor(visit.dossier));
            if (loot.Status >= 500)
                wrong.Add($"{visit.target} to {visit.who.Name} while {visit.state}: {loot.Status}");
            if (visit.state == "hidden" && !MayKnowTheSender(visit.who.Name) && secrets.Any(secret => loot.Text.Contains(secret, StringComparison.Ordinal)))
                wrong.Add($"{visit.target} tells {visit.who.Name} who denounced");
        });

        Assert.That(wrong.Order(StringComparer.Ordinal), Is.Empty);
    }

    [Test]
    public async Task Acts_ThatTheTableForbids_AreDoneByNobody_WhateverIsPosted()
    {
        var tries = new ConcurrentBag<string>();
        var attacks =
            from state in AttackOffice.States.Append("hidden")
            from post in posts
            from who in people.Values
            where state == "hidden" ? who.Name is not ("leader-other" or "clerk" or "clerk-2" or "applicant") : !Permits.Allows(post.Act, who.Name, state)
            where StablePart.Takes(Part, $"{post.Page} {post.Handler} {state} {who.Name}")
            select (state, post, who);

        await Parallel.ForEachAsync(attacks, Width, async (attack, _) =>
        {
            var loot = await attack.who.PostAsync(attack.post, office.Dossiers[attack.state]);
            tries.Add($"{attack.post.Act} by {attack.who.Name} while {attack.state}: {loot.Status} {loot.Location}");
        });

        Assert.That(tries.Where(line => line.Contains(": 5", StringComparison.Ordinal)), Is.Empty);
        foreach (var (state, before) in office.Dossiers)
        {
            var after = await office.Host.DossierAsync(before.Id);
            Assert.That(
                (after.Revision, after.Status, after.Papers.Count),
                Is.EqualTo((before.Revision, before.Status, before.Papers.Count)),
                $"{state}: {string.Join("\n", tries.Where(line => line.Contains($"while {state}:", StringComparison.Ordinal)))}"
            );
        }
    }

    [Test]
    public async Task Forms_WithoutTheTokenOfTheirPage_AreRefused()
    {
        var wrong = new ConcurrentBag<string>();
        string[] refused = ["POST", "PUT", "DELETE"];
        var visits =
            from target in targets
            from method in refused
            from who in people.Values
            where StablePart.Takes(Part, $"{target} {method} {who.Name}")
            select (target, method, who);

        await Parallel.ForEachAsync(visits, Width, async (visit, _) =>
        {
            using var nothing = new FormUrlEncodedContent([]);
            var loot = await visit.who.SendAsync(new HttpMethod(visit.method), visit.target.AddressFor(office.Dossiers["assigned"]), nothing);
            if (loot.Status >= 500 || (visit.target.Method == "POST" && visit.method == "POST" && loot.Status is 200 or 204))
                wrong.Add($"{visit.method} {visit.target} by {visit.who.Name}: {loot.Status} {loot.Location}");
        });

        Assert.That(wrong.Order(StringComparer.Ordinal), Is.Empty);
    }

    // A page with a form that is in neither list would never be attacked.
    [Test]
    public void EveryForm_OfTheProgram_IsAttackedOrIsAboutNoDossier()
    {
        var known = posts.Select(post => post.Page).Concat(ActPosts.AboutNoDossier).ToHashSet(StringComparer.Ordinal);

        Assert.That(
            targets
                .Where(target => target.Method == "POST" && !target.Route.StartsWith("/studio", StringComparison.Ordinal))
                .Select(target => target.Route)
                .Distinct()
                .Where(route => !known.Contains(route)),
            Is.Empty
        );
        Assert.That(posts.Select(post => post.Page), Is.SubsetOf(targets.Select(target => target.Route)));
        Assert.That(
            PageTable.Read().Pages.Select(page => page.Replace("{id}", "{id:guid}", StringComparison.Ordinal)).Where(page => page != "/quan-tri/cong-viec-nen"),
            Is.SubsetOf(
                targets.Select(target => target.Route.Replace("/{handler?}", "", StringComparison.Ordinal).Replace("?}", "}", StringComparison.Ordinal))
            )
        );
    }

    private static bool MayKnowTheSender(string who) => who is "applicant" or "leader-other" or "clerk" or "clerk-2";
}
