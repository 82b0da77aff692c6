using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Notes of the office on its dossiers.</summary>
public sealed class DossierNoteMapping : IEntityTypeConfiguration<DossierNote>
{
    public void Configure(EntityTypeBuilder<DossierNote> builder)
    {
        builder.ToTable("dossier_notes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(note => note.DossierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(note => note.ById).OnDelete(DeleteBehavior.Cascade);
    }
}
