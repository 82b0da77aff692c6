using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Licences;

public sealed class LicencePublicityTests
{
    [Test]
    public void Facts_AreBothKindsOfHolderAndEveryOccasion_EachAtItsPlace()
    {
        var publicity = PublicityFiles.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));

        Assert.That(
            publicity.Facts.Select(fact => (fact.Path, fact.Statement)),
            Is.EqualTo([
                ("organisation", publicity.Organisation.Text),
                ("person", publicity.Person.Text),
                .. publicity.Occasions.Select(occasion => ($"occasions.{occasion.Kind}", occasion.Text)),
            ])
        );
    }
}
