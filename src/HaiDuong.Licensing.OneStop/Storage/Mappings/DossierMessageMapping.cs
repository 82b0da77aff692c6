using HaiDuong.Licensing.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>The threads of dossiers.</summary>
public sealed class DossierMessageMapping : IEntityTypeConfiguration<DossierMessage>
{
    public void Configure(EntityTypeBuilder<DossierMessage> builder)
    {
        builder.ToTable("dossier_messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(message => message.DossierId).OnDelete(DeleteBehavior.Cascade);
    }
}
