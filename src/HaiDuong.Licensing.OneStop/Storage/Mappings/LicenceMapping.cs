using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>The licence register: what a licence says now, and its events, which are only ever added (the database refuses anything else).</summary>
public sealed class LicenceMapping : IEntityTypeConfiguration<Licence>, IEntityTypeConfiguration<LicenceEvent>
{
    /// <summary>The holder's name as it is searched: without marks, in lower case; computed by the database.</summary>
    public const string HolderFold = nameof(HolderFold);

    /// <summary>Holder, subject and place of an event as they are searched.</summary>
    public const string AboutFold = nameof(AboutFold);

    public const string HolderIdentity = nameof(HolderIdentity);

    public void Configure(EntityTypeBuilder<Licence> builder)
    {
        builder.ToTable("licences");
        builder.Property(licence => licence.Id).ValueGeneratedNever();
        builder.Property(licence => licence.Revision).IsConcurrencyToken();
        builder.Property(licence => licence.Holder).IsJson();
        builder.Property<string>(HolderFold).ValueGeneratedOnAddOrUpdate();
        builder.Property<string>(HolderIdentity).ValueGeneratedOnAddOrUpdate();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(licence => licence.DossierId).OnDelete(DeleteBehavior.NoAction);
        builder.HasMany(licence => licence.Events).WithOne().HasForeignKey(line => line.LicenceId);
        builder.HasMany(licence => licence.Notices).WithOne().HasForeignKey(notice => notice.LicenceId);
    }

    public void Configure(EntityTypeBuilder<LicenceEvent> builder)
    {
        builder.ToTable("licence_events");
        builder.Property(line => line.Id).ValueGeneratedOnAdd();
        builder.Property(line => line.Kind).HasConversion<string>();
        builder.Property(line => line.Ordinal);
        builder.Property(line => line.OnDay);
        builder.Property(line => line.At);
        builder.Property(line => line.Number);
        builder.Property(line => line.NumberKey).ValueGeneratedOnAddOrUpdate();
        builder.Property(line => line.Holder).IsJson();
        builder.Property(line => line.Subject);
        builder.Property(line => line.Place);
        builder.Property(line => line.ValidFrom);
        builder.Property(line => line.ValidTo);
        builder.Property(line => line.ProcedureSlug);
        builder.Property(line => line.File);
        builder.Property(line => line.Ground);
        builder.Property(line => line.Note);
        builder.Property(line => line.ActorId);
        builder.Property(line => line.ActorName);
        builder.Property(line => line.ImportBatch);
        builder.Property<string>(AboutFold).ValueGeneratedOnAddOrUpdate();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(line => line.DossierId).OnDelete(DeleteBehavior.NoAction);
    }
}
