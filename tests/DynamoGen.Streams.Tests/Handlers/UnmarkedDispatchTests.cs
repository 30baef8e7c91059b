using DynamoGen.Streams.Lambda;
using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Tests.Records;

namespace DynamoGen.Streams.Tests.Handlers;

/// <summary>Where items need not carry the name of their entity, a handler and a map of a sink know them by their keys.</summary>
public sealed class UnmarkedDispatchTests
{
    private const string Guest = """{"pk":{"S":"GUEST#a"},"sk":{"S":"PROFILE"},"Id":{"S":"a"}}""";
    private const string Stay = """{"pk":{"S":"GUEST#a"},"sk":{"S":"STAY#0000000007"},"Guest":{"S":"a"},"Number":{"N":"7"}}""";
    private const string Note = """{"pk":{"S":"GUEST#a"},"sk":{"S":"NOTE#1"}}""";
    private const string NamedStay = """{"pk":{"S":"GUEST#a"},"sk":{"S":"STAY#0000000007"},"_t":{"S":"Offer"},"Guest":{"S":"a"},"Number":{"N":"7"}}""";

    private readonly GuestEvents _events = new();

    [Fact]
    public async Task An_item_goes_to_the_method_of_the_entity_whose_keys_begin_as_its_own()
    {
        await HandleAsync("INSERT", null, Guest);
        await HandleAsync("INSERT", null, Stay);
        await HandleAsync("MODIFY", Stay, Stay);
        await HandleAsync("REMOVE", Guest, null);

        Assert.Equal(["guest a", "stay 7", "changed 7", "gone a"], _events.Seen);
    }

    [Fact]
    public async Task What_no_key_or_another_name_tells_is_another_programs()
    {
        await HandleAsync("INSERT", null, Note);
        await HandleAsync("INSERT", null, NamedStay);

        Assert.Equal(["other", "other"], _events.Seen);
    }

    [Fact]
    public void A_map_of_the_table_knows_the_item_of_each_of_its_entities()
    {
        var map = EntityMap<string>.Of<Hotel>().Add<HotelGuest, HotelGuest.Marshaller>((guest, _) => guest.Id)
            .Add<HotelStay, HotelStay.Marshaller>((stay, _) => $"stay {stay.Number}");

        Assert.Equal("a", Mapped(map, Guest));
        Assert.Equal("stay 7", Mapped(map, Stay));
        Assert.Null(Mapped(map, Note));
        Assert.Null(Mapped(map, NamedStay));
    }

    [Fact]
    public void A_functions_filter_lets_through_what_a_name_does_not_tell() => Assert.Equal(
        """{"Filters":[{"Pattern":"{\"eventName\":[\"INSERT\"]}"},{"Pattern":"{\"eventName\":[\"MODIFY\"]}"}]}""", EventFilter.Of<NewStays>());

    private static string? Mapped(EntityMap<string> map, string item)
    {
        var record = Event.Read(Event.Json("INSERT", null, item, "1"));
        return map.TryMap(record.NewImage, record.Change, out var result) ? result : null;
    }

    private async Task HandleAsync(string kind, string? before, string? after) => await ((IStreamHandler)_events).HandleAsync(
        Event.Read(Event.Json(kind, before, after, "1")), TestContext.Current.CancellationToken);
}

[Table("hotel", Marks = ItemMarks.Optional, Stream = StreamView.NewAndOldImages)]
public sealed partial class Hotel;

[Entity<Hotel>]
[Key("GUEST#{Id}", "PROFILE")]
public sealed partial record HotelGuest(string Id);

[Entity<Hotel>]
[Key("GUEST#{Guest}", "STAY#{Number}")]
public sealed partial record HotelStay(string Guest, int Number);

[StreamHandler<Hotel>]
public sealed partial class GuestEvents
{
    public List<string> Seen { get; } = [];

    public ValueTask Inserted(HotelGuest guest) => See($"guest {guest.Id}");

    public ValueTask Removed(HotelGuest guest) => See($"gone {guest.Id}");

    public ValueTask Inserted(HotelStay stay) => See($"stay {stay.Number}");

    public ValueTask Modified(HotelStay stay) => See($"changed {stay.Number}");

    public ValueTask Other(StreamRecord record) => See(record.NewImage.IsEmpty ? "none" : "other");

    private ValueTask See(string what)
    {
        Seen.Add(what);
        return default;
    }
}

[StreamHandler<Hotel>]
public sealed partial class NewStays
{
    public ValueTask Inserted(HotelStay stay) => stay.Number > 0 ? default : throw new InvalidOperationException();
}
