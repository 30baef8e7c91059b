using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Ranges;

/// <summary>Bounds that are left out, that leave out their own value, and that have several parts, beside the same question to a list.</summary>
public sealed class BoundTests(LocalServer server) : IAsyncLifetime
{
    private const int Rounds = 60;

    private static readonly DateOnly Day = new(2030, 1, 2);

    /// <summary>Names of which some begin with others, and that end with what has no neighbour.</summary>
    private static readonly string[] Names = ["a", "ab", "ab\0", "ab\u0001", "abc", "b", "b#", "b!", "\ue000", "\ud7ff", "z\ue000"];

    private readonly List<Parcel> _parcels = [];

    private ServiceProvider? _services;

    private IParcels Parcels => _services!.GetRequiredService<IParcels>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<DepotTable>(builder => builder.AddRepository<IParcels>());
        var random = new Random(7);
        for (var i = 0; i < 120; i++)
        {
            var (day, number, name) = (Day.AddDays(random.Next(4)), random.Next(-2, 3), Names[random.Next(Names.Length)]);
            _parcels.Add(new Parcel("d", day, number, name, (Grade)random.Next(3), random.Next(-3, 4), random.Next(2) == 0));
        }

        var distinct = _parcels.DistinctBy(parcel => (parcel.Day, parcel.Number, parcel.Name)).ToArray();
        _parcels.Clear();
        _parcels.AddRange(distinct);
        await Parcels.PutMany(_parcels);
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Bounds_of_dates_find_what_a_list_does()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(round);
            var (low, high) = (SomeDay(random), SomeDay(random));
            Check(parcel => !(parcel.Day < low) && !(parcel.Day > high), await Parcels.Between("d", low, high));
            Check(parcel => !(parcel.Day <= low) && !(parcel.Day >= high), await Parcels.Within("d", low, high));
            Check(parcel => parcel.Day > (low ?? Day) && parcel.Day <= (high ?? Day), await Parcels.Mixed("d", low ?? Day, high ?? Day));
        }
    }

    [Fact]
    public async Task Bounds_of_several_parts_are_of_what_they_make_together()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(round);
            var day = Day.AddDays(random.Next(4));
            int? number = random.Next(4) == 0 ? null : random.Next(-2, 3);
            var name = Names[random.Next(Names.Length)];
            Check(parcel => number is null ? parcel.Day > day : (parcel.Day, parcel.Number).CompareTo((day, number.Value)) > 0,
                await Parcels.Behind("d", day, number));
            Check(parcel => Compare(parcel, day, number ?? 0, name) >= 0, await Parcels.FromOne("d", day, number ?? 0, name));
            Check(parcel => Compare(parcel, day, number ?? 0, name) < 0, await Parcels.UpTo("d", day, number ?? 0, name));
            Check(parcel => parcel.Day == day && (number is null || parcel.Number == number), await Parcels.OfDay("d", day, number));
        }
    }

    [Fact]
    public async Task Bounds_of_text_leave_out_just_their_own_value()
    {
        foreach (var low in Names.Prepend(null))
        {
            foreach (var high in Names.Prepend(null))
            {
                Check(parcel => (low is null || Ordinal(parcel.Name, low) > 0) && (high is null || Ordinal(parcel.Name, high) < 0),
                    await Parcels.Named("d", low, high));
            }

            Check(parcel => low is null || parcel.Name.StartsWith(low, StringComparison.Ordinal), await Parcels.Beginning("d", low));
            Check(parcel => low is null || parcel.Name == low, await Parcels.OfName("d", low));
        }

        Check(_ => true, await Parcels.Beginning("d", string.Empty));
    }

    [Fact]
    public async Task Names_of_an_enum_truth_values_and_numbers_have_bounds_too()
    {
        foreach (Grade? low in (Grade?[])[null, Grade.Bad, Grade.Fair, Grade.Good])
        {
            foreach (Grade? high in (Grade?[])[null, Grade.Bad, Grade.Fair, Grade.Good])
            {
                Check(parcel => !(parcel.Grade < low) && !(parcel.Grade >= high), await Parcels.Graded("d", low, high));
            }

            Check(parcel => parcel.Grade > (low ?? Grade.Bad), await Parcels.Better("d", low ?? Grade.Bad));
        }

        for (int? low = -5; low < 6; low++)
        {
            Check(parcel => parcel.Shelf > low, await Parcels.OnShelves("d", after: low));
            Check(parcel => parcel.Shelf < low, await Parcels.OnShelves("d", before: low));
            Check(parcel => parcel.Shelf > low && parcel.Shelf < low + 3, await Parcels.OnShelves("d", low, low + 3));
            Check(parcel => parcel.Shelf == low, await Parcels.OnShelf("d", low));
        }

        Check(_ => true, await Parcels.OnShelf("d"));
        Check(_ => false, await Parcels.OnShelves("d", after: int.MaxValue));
        Check(parcel => parcel.IsSealed, await Parcels.Sealed("d", after: false));
        Check(_ => false, await Parcels.Sealed("d", after: true));
    }

    [Fact]
    public async Task The_caller_chooses_the_order_and_a_page_keeps_it()
    {
        var ordered = _parcels.OrderBy(parcel => parcel, Comparer<Parcel>.Create((one, other) => Compare(one, other.Day, other.Number, other.Name))).ToArray();

        Assert.Equal(ordered[0], await Parcels.FirstOrLast("d", descending: false));
        Assert.Equal(ordered[^1], await Parcels.FirstOrLast("d", descending: true));
        foreach (var descending in (bool[])[false, true])
        {
            var found = new List<Parcel>();
            string? cursor = null;
            do
            {
                var page = await Parcels.Page("d", descending, 17, cursor);
                found.AddRange(page.Items);
                cursor = page.Cursor;
            }
            while (cursor is not null);

            Assert.Equal(descending ? ordered.Reverse() : ordered, found);
        }

        var first = await Parcels.Page("d", descending: true, 2, null);
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await Parcels.Page("d", descending: false, 2, first.Cursor));
    }

    private static DateOnly? SomeDay(Random random) => random.Next(4) == 0 ? null : Day.AddDays(random.Next(-1, 5));

    private static int Compare(Parcel parcel, DateOnly day, int number, string name) =>
        (parcel.Day, parcel.Number).CompareTo((day, number)) is var order and not 0 ? order : Ordinal(parcel.Name, name);

    /// <summary>The order of their bytes, which is that of their characters.</summary>
    private static int Ordinal(string one, string other) =>
        System.Text.Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(other));

    private void Check(Func<Parcel, bool> isWanted, IReadOnlyList<Parcel> found) =>
        Assert.Equal(_parcels.Where(isWanted).Select(Text).Order(StringComparer.Ordinal), found.Select(Text).Order(StringComparer.Ordinal));

    private static string Text(Parcel parcel) => $"{parcel.Day:O} {parcel.Number} {string.Join(' ', parcel.Name.Select(c => (int)c))}";
}
