namespace DynamoGen.Migrations.Tests.Parcels;

[Table("old-parcels", PartitionKey = "pk", SortKey = "sk")]
public sealed partial class OldParcels;

[Table("parcels", PartitionKey = "pk", SortKey = "sk")]
public sealed partial class NewParcels;

/// <summary>As it was: one partition for each sender, and the weight in pounds.</summary>
[Entity<OldParcels>]
[Key("SENDER#{Sender}", "PARCEL#{Number}")]
public sealed partial record LegacyParcel
{
    public required string Sender { get; init; }

    public required int Number { get; init; }

    public required decimal Pounds { get; init; }

    public string? Note { get; init; }
}

/// <summary>As it shall be.</summary>
[Entity<NewParcels>]
[Key("P#{Sender}", "{Number}")]
public sealed partial record Parcel
{
    public required string Sender { get; init; }

    public required int Number { get; init; }

    public required decimal Grams { get; init; }

    public string? Remark { get; init; }
}

[Repository<LegacyParcel>]
public partial interface ILegacyParcels
{
    ValueTask<LegacyParcel?> Get(string sender, int number, CancellationToken cancellationToken = default);

    IAsyncEnumerable<LegacyParcel> OfSender(string sender, CancellationToken cancellationToken = default);

    ValueTask Put(LegacyParcel parcel, CancellationToken cancellationToken = default);

    ValueTask<bool> Create(LegacyParcel parcel, CancellationToken cancellationToken = default);

    ValueTask Delete(string sender, int number, CancellationToken cancellationToken = default);

    [Update("SET Note = {remark}")]
    ValueTask<bool> UpdateRemark(string sender, int number, string remark, CancellationToken cancellationToken = default);

    [Update("SET Note = {remark}")]
    ValueTask<LegacyParcel> ChangeRemark(string sender, int number, string remark, CancellationToken cancellationToken = default);
}

[Repository<Parcel>]
public partial interface IParcels
{
    ValueTask<Parcel?> Get(string sender, int number, CancellationToken cancellationToken = default);

    IAsyncEnumerable<Parcel> OfSender(string sender, CancellationToken cancellationToken = default);

    ValueTask Put(Parcel parcel, CancellationToken cancellationToken = default);

    ValueTask<bool> Create(Parcel parcel, CancellationToken cancellationToken = default);

    ValueTask Delete(string sender, int number, CancellationToken cancellationToken = default);

    [Update("SET Remark = {remark}")]
    ValueTask<bool> UpdateRemark(string sender, int number, string remark, CancellationToken cancellationToken = default);

    [Update("SET Remark = {remark}")]
    ValueTask<Parcel> ChangeRemark(string sender, int number, string remark, CancellationToken cancellationToken = default);
}

[Migration<LegacyParcel, Parcel>(typeof(ILegacyParcels), typeof(IParcels))]
public sealed partial class ParcelMigration
{
    private const decimal GramsOfPound = 500;

    public static Parcel Forward(LegacyParcel old) => new()
    {
        Sender = old.Sender,
        Number = old.Number,
        Grams = old.Pounds >= 0 ? old.Pounds * GramsOfPound : throw new InvalidOperationException("A parcel has a weight."),
        Remark = old.Note,
    };

    public static LegacyParcel Backward(Parcel parcel) => new()
    {
        Sender = parcel.Sender,
        Number = parcel.Number,
        Pounds = parcel.Grams / GramsOfPound,
        Note = parcel.Remark,
    };
}
