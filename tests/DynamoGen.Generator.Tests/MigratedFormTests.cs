namespace DynamoGen.Generator.Tests;

/// <summary>Every form of an access pattern that can be declared can also be part of a migration, which compiles.</summary>
public sealed class MigratedFormTests
{
    private const string Patterns = """
        ValueTask<List<{0}>> AsList(int id);
        Task<{0}[]> AsArray(int id);
        ValueTask<IEnumerable<{0}>> AsSequence(int id);
        [Query, Descending] ValueTask<{0}?> LatestOf(int id);
        ValueTask<long> CountOf(int id);
        ValueTask<bool> Exists(int id, int nr);
        [Exists, Filter("Weight > {{weight}}")] ValueTask<bool> HasHeavier(int id, int? weight);
        [Filter("Weight IN {{weights}}")] ValueTask<Page<{0}>> OfWeights(int id, int limit, string? cursor, IReadOnlyList<int>? weights);
        [Put] ValueTask SaveAsync({0} parcel);
        [Create] ValueTask<WriteOutcome> OpenAsync({0} parcel);
        [Update("ADD Weight {{by}}")] ValueTask<WriteOutcome> GrowAsync(int id, int nr, int by);
        [Update("ADD Weight {{by}}")] ValueTask<{0}> UpsertWeight(int id, int nr, int by);
        [Update("ADD Weight {{by}}")] ValueTask<{0}Card> GrowCardAsync(int id, int nr, int by);
        [Delete] ValueTask<{0}Card?> DropAsync(int id, int nr);
        [AllowScan("why"), Filter("Weight > {{weight}}")] IAsyncEnumerable<{0}> Some(int weight, int segments);
        ValueTask<Response<{0}?>> GetDetailed(int id, int nr);
        Task<Response<IReadOnlyList<{0}>>> ListDetailed(int id);
        ValueTask<Response<bool>> PutDetailed({0} parcel);
        ValueTask<IReadOnlyList<{0}?>> GetMany(IEnumerable<{0}.PrimaryKey> keys);
        IAsyncEnumerable<{0}> GetManyOf(IAsyncEnumerable<{0}.PrimaryKey> keys, IProgress<BatchProgress> progress);
        ValueTask PutMany(IAsyncEnumerable<{0}> parcels);
        [AllowScan("why")] ValueTask<long> HowMany();
        [AllowScan("why")] ValueTask<Page<{0}>> Pages(int limit, string? cursor);
        IAsyncEnumerable<IMixed{0}> Mixed(int id);
        ValueTask<Page<IMixed{0}>> MixedPage(int id, int limit, string? cursor);
        [AllowScan("why")] IAsyncEnumerable<IMixed{0}> MixedScan(int segments);
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_forms_compile_in_a_migration(bool hasBackward)
    {
        Design.Compiles(GeneratorRun.Of($$"""
            namespace Shop;

            [Table("old")] public sealed partial class Old;
            [Table("new")] public sealed partial class Young;

            [Entity<Old>] [Key("PARCEL#{Id}", "{Nr}")] public sealed partial record Legacy(int Id, int Nr, int Weight) : IMixedLegacy;
            [Entity<Young>] [Key("P#{Id}", "{Nr}")] public sealed partial record Parcel(int Id, int Nr, int Weight) : IMixedParcel;

            [Projection<Legacy>] public sealed partial record LegacyCard(int Weight);
            [Projection<Parcel>] public sealed partial record ParcelCard(int Weight);

            [ItemCollection(typeof(Legacy))] public interface IMixedLegacy;
            [ItemCollection(typeof(Parcel))] public interface IMixedParcel;

            [Repository<Legacy>] public partial interface ILegacies { {{Of("Legacy")}} }
            [Repository<Parcel>] public partial interface IParcels { {{Of("Parcel")}} }

            [Migration<Legacy, Parcel>(typeof(ILegacies), typeof(IParcels))]
            public sealed partial class ParcelMigration
            {
                public static Parcel Forward(Legacy old) => new(old.Id, old.Nr, old.Weight);
                {{(hasBackward ? "public static Legacy Backward(Parcel parcel) => new(parcel.Id, parcel.Nr, parcel.Weight);" : string.Empty)}}
            }
            """));
    }

    private static string Of(string entity) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Patterns, entity);
}
