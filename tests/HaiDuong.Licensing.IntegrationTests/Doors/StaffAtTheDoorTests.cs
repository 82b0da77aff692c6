using System.Net;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>Staff read receipts, which carry the reference; logged in they never come in by the applicant's door, nor act in an applicant's name.</summary>
public sealed class StaffAtTheDoorTests
{
    private DoorHost host = null!;

    [OneTimeSetUp]
    public async Task OpenDoorsAsync() => host = await DoorsOpen.HostAsync();

    [TestCase("mot-cua")]
    [TestCase("truong-phong-bao-chi")]
    [TestCase("giam-doc")]
    [TestCase("quan-tri")]
    public async Task Reference_TypedByStaff_LeadsToTheDesk_AndOpensNothing(string name)
    {
        var staff = new PageVisitor(await host.LoggedInAsync(name));
        foreach (var dossier in host.Hidden.Append(host.Ordinary))
        {
            await staff.OpenAsync(ApplicantDoor.TrackPath);
            var typed = await staff.SendAsync(ApplicantDoor.TrackPath, ("code", dossier.Reference), ("number", dossier.Applicant.IdentityNumber));

            Assert.That(typed.Location, Is.EqualTo($"/d/{dossier.Reference}"));
            foreach (var page in (string[])["", "/rut", "/bo-sung", "/da-nop"])
                Assert.That((await staff.OpenAsync(VisitorPass.Folder + dossier.Reference + page)).Status, Is.Not.EqualTo(HttpStatusCode.OK), page);
        }
    }

    [Test]
    public async Task Visitor_WhoOpenedADossierAndThenLogsInAsStaff_HasItOpenNoMore()
    {
        var visitor = new PageVisitor(host.Client());
        await visitor.OpenAsync(ApplicantDoor.TrackPath);
        await visitor.SendAsync(ApplicantDoor.TrackPath, ("code", host.Ordinary.Reference), ("number", host.Ordinary.Applicant.IdentityNumber));
        var own = VisitorPass.Folder + host.Ordinary.Reference + "/rut";
        var before = await visitor.OpenAsync(own);

        await visitor.OpenAsync("/dang-nhap");
        await visitor.SendAsync("/dang-nhap", ("Name", "truong-phong-bao-chi"), ("Password", HaiDuong.Licensing.Demo.DemoPeople.Password));

        Assert.That((before.Status, (await visitor.OpenAsync(own)).Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Redirect)));
    }
}
