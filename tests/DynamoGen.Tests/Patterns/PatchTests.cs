using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Serialization.Properties;

namespace DynamoGen.Tests.Patterns;

/// <summary>Patches on the real server: what is given is changed, and all else stays.</summary>
public sealed class PatchTests(LocalServer server) : PatternTest(server)
{
    private const int Rounds = 150;

    private static readonly DateTimeOffset Sent = new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Destination Home = new("Moon Road 4", "Chiang Mai", new Country("TH")) { Zip = "50200" };

    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    private IShipments Shipments => Get<IShipments>();

    [Fact]
    public async Task A_property_is_set_removed_or_left_alone()
    {
        await Shipments.Put(new Shipment(1, Sent, Home) { Carrier = "post", Weight = 2.5m, Notes = ["a"] });

        var after = await Shipments.Update(1, Sent, new ShipmentPatch { Weight = null, Notes = new List<string> { "b", "c" }, State = TicketStatus.Waiting });

        Assert.Equal((null, "post", TicketStatus.Waiting, 3), (after.Weight, after.Carrier, after.State, after.Priority));
        Assert.Equal(["b", "c"], after.Notes);
        Assert.Equal((Now, 2L), (after.ChangedAt, after.Revision));
        Assert.Equal(1, Assert.Single(await Shipments.OfState(TicketStatus.Waiting).ToListAsync()).Id);
    }

    [Fact]
    public async Task A_part_of_a_nested_object_is_changed_alone()
    {
        await Shipments.Put(new Shipment(1, Sent, Home));

        var after = await Shipments.Update(1, Sent, new ShipmentPatch
        {
            Destination = new() { City = "Lampang", Zip = null, Country = new() { Name = "Thailand" } },
        });

        Assert.Equal(new Destination("Moon Road 4", "Lampang", new Country("TH", "Thailand")), after.Destination);
        Assert.Equal(Home, (await Shipments.Update(1, Sent, new ShipmentPatch { Destination = Home })).Destination);
    }

    [Fact]
    public async Task A_patch_of_nothing_changes_nothing_and_demands_the_item()
    {
        await Shipments.Put(new Shipment(1, Sent, Home));

        Assert.True(new ShipmentPatch().IsEmpty);
        Assert.True(new ShipmentPatch { Destination = new() { Country = new() } }.IsEmpty);
        Assert.True(await Shipments.AmendAsync(1, new CustomerPatch()));
        Assert.False(await Shipments.AmendAsync(2, new CustomerPatch()));
        Assert.Equal(Home, (await Shipments.Get(1))!.Destination);
    }

    [Fact]
    public async Task An_index_key_of_a_part_that_the_patch_leaves_alone_is_built_of_what_is_stored_or_not_at_all()
    {
        await Shipments.Put(new Shipment(1, Sent, Home));

        // The item was not in the index; its key takes the time that the caller read.
        await Shipments.Update(1, Sent, new ShipmentPatch { Carrier = "post" });
        Assert.Single(await Shipments.OfCarrier("post").ToListAsync());
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await Shipments.Update(1, Sent.AddDays(1), new ShipmentPatch { Carrier = "rail" }));

        // What is no part of a key does not look at the time.
        await Shipments.Update(1, Sent.AddDays(1), new ShipmentPatch { Priority = 9 });
        await Shipments.Update(1, Sent, new ShipmentPatch { Carrier = null, SentAt = Sent.AddDays(2) });
        Assert.Empty(await Shipments.OfCarrier("post").ToListAsync());
    }

    [Fact]
    public async Task A_stale_lock_and_an_own_condition_hold()
    {
        await Shipments.Put(new Shipment(1, Sent, Home));
        var patch = new CustomerPatch { State = TicketStatus.Solved };

        Assert.Equal(WriteOutcome.StaleLock, await Shipments.UpdateByCustomer(1, 7, patch));
        Assert.Equal(WriteOutcome.Written, await Shipments.UpdateByCustomer(1, 1, patch));
        Assert.False(await Shipments.AmendAsync(1, new CustomerPatch { Label = "x" }));
    }

    [Fact]
    public async Task What_is_stored_after_any_patch_is_what_a_put_of_the_changed_entity_stores()
    {
        var random = new Random(20261129);
        for (var round = 0; round < Rounds; round++)
        {
            var before = Some(random) with { Id = round };
            await Shipments.Put(before);
            var patch = SomePatch(random);
            var after = await Shipments.Update(before.Id, before.SentAt, patch);

            Assert.Equivalent(Apply(before, patch) with { ChangedAt = Now, Revision = 2 }, after, strict: true);
            Assert.Equal(Texts(Shipment.ToItem(after)), Texts(await StoredAsync(after.Id)));
        }
    }

    [Fact]
    public async Task A_merge_patch_leaves_what_is_missing_and_removes_what_is_null()
    {
        await Shipments.Put(new Shipment(1, Sent, Home) { Weight = 1, Label = "old" });
        var patch = JsonSerializer.Deserialize<ShipmentPatch>(
            """{"weight":null,"label":"new","priority":5,"destination":{"city":"Nan","country":{"name":"Siam"}},"tags":["a"],"sender":null}""", Json)!;

        var after = await Shipments.Update(1, Sent, patch);

        Assert.Equal((null, "new", 5, "Nan", "Moon Road 4"), (after.Weight, after.Label, after.Priority, after.Destination.City, after.Destination.Street));
        Assert.Equal((new Country("TH", "Siam"), "a"), (after.Destination.Country, Assert.Single(after.Tags)));
        Assert.Equal(patch, ShipmentPatch.FromJson("""{"weight":null}"""u8, Json) with
        {
            Label = "new",
            Priority = 5,
            Destination = patch.Destination,
            Tags = patch.Tags,
            Sender = null,
        });
    }

    [Fact]
    public void A_merge_patch_goes_there_and_back()
    {
        const string Text = """{"carrier":"post","weight":null,"destination":{"country":{"code":"LA"}},"label":null}""";

        var patch = ShipmentPatch.FromJson(System.Text.Encoding.UTF8.GetBytes(Text), Json);

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(Text).RootElement, JsonSerializer.SerializeToElement(patch, Json)));
        Assert.Equal("{}", JsonSerializer.Serialize(new ShipmentPatch(), Json));
    }

    [Theory]
    [InlineData("""{"id":5}""", "'id' is none that can be patched")]
    [InlineData("""{"revision":5}""", "'revision' is none that can be patched")]
    [InlineData("""{"destination":{"town":"x"}}""", "'town' is none that can be patched")]
    [InlineData("""{"state":null}""", "'state' cannot be removed")]
    [InlineData("""{"destination":null}""", "'destination' cannot be removed")]
    [InlineData("""[]""", "A patch is a JSON object")]
    [InlineData("""{} {}""", "")]
    [InlineData("""{"priority":"high"}""", "")]
    public void What_cannot_be_patched_is_told(string json, string message)
    {
        var problem = Assert.ThrowsAny<JsonException>(() => ShipmentPatch.FromJson(System.Text.Encoding.UTF8.GetBytes(json), Json));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_of_some_properties_has_no_others()
    {
        Assert.Throws<JsonException>(() => CustomerPatch.FromJson("""{"priority":1}"""u8, Json));
        Assert.Equal(["Destination", "IsEmpty", "Label", "State"], typeof(CustomerPatch).GetProperties().Select(property => property.Name).Order());
    }

    private static Shipment Some(Random random) => new(0, Sent.AddMinutes(random.Next(100)), SomePlace(random))
    {
        State = (TicketStatus)random.Next(3),
        Carrier = random.Next(2) == 0 ? null : "c" + random.Next(3),
        Weight = random.Next(2) == 0 ? null : random.Next(50),
        Sender = random.Next(2) == 0 ? null : SomePlace(random),
        Tags = SomeTags(random),
        Pallets = random.Next(2) == 0 ? null : [random.Next(9)],
        Notes = ["n" + random.Next(9)],
        Label = random.Next(3) switch { 0 => null, 1 => "none", _ => "l" },
        Priority = random.Next(5),
        Express = random.Next(2) == 0,
    };

    private static Destination SomePlace(Random random) =>
        new("s" + random.Next(9), "c" + random.Next(9), new Country("k" + random.Next(9), random.Next(2) == 0 ? null : "n"))
        {
            Zip = random.Next(2) == 0 ? null : "z" + random.Next(9),
        };

    private static HashSet<string> SomeTags(Random random) => random.Next(2) == 0 ? [] : ["t" + random.Next(3), "u"];

    private static ShipmentPatch SomePatch(Random random)
    {
        var other = Some(random);
        Change<T> Maybe<T>(T value) => random.Next(2) == 0 ? default : new Change<T>(value);
        return new ShipmentPatch
        {
            SentAt = Maybe(other.SentAt),
            State = Maybe(other.State),
            Carrier = Maybe(other.Carrier),
            Weight = Maybe(other.Weight),
            Sender = Maybe(other.Sender),
            Tags = Maybe(other.Tags),
            Pallets = Maybe(other.Pallets),
            Notes = Maybe(other.Notes),
            Label = Maybe(other.Label),
            Priority = Maybe(other.Priority),
            Express = Maybe(true),
            Destination = random.Next(2) == 0 ? null : new()
            {
                City = Maybe("new city"),
                Zip = Maybe(other.Destination.Zip),
                Country = random.Next(2) == 0 ? null : new() { Code = Maybe("XX"), Name = Maybe(other.Destination.Country.Name) },
            },
        };
    }

    private static Shipment Apply(Shipment before, ShipmentPatch patch) => before with
    {
        SentAt = Or(patch.SentAt, before.SentAt),
        State = Or(patch.State, before.State),
        Carrier = Or(patch.Carrier, before.Carrier),
        Weight = Or(patch.Weight, before.Weight),
        Sender = Or(patch.Sender, before.Sender),
        Tags = Or(patch.Tags, before.Tags),
        Pallets = Or(patch.Pallets, before.Pallets),
        Notes = Or(patch.Notes, before.Notes),
        Label = Or(patch.Label, before.Label),
        Priority = Or(patch.Priority, before.Priority),
        Express = Or(patch.Express, before.Express),
        Destination = before.Destination with
        {
            City = Or(patch.Destination?.City ?? default, before.Destination.City),
            Zip = Or(patch.Destination?.Zip ?? default, before.Destination.Zip),
            Country = new Country(
                Or(patch.Destination?.Country?.Code ?? default, before.Destination.Country.Code),
                Or(patch.Destination?.Country?.Name ?? default, before.Destination.Country.Name)),
        },
    };

    private static T Or<T>(Change<T> change, T before) => change.IsGiven ? change.Value : before;

    private async Task<Dictionary<string, AttributeValue>> StoredAsync(int id) => (await Get<IAmazonDynamoDB>().GetItemAsync(new GetItemRequest
    {
        TableName = Get<DynamoGenOptions>().TableNamePrefix + "helpdesk",
        Key = new() { ["pk"] = new(Shipment.Keys.Primary.PartitionKey(id)), ["sk"] = new(Shipment.Keys.Primary.SortKey()) },
    })).Item;

    /// <summary>
    /// The attributes of an item, but for the mark of its last write, and for the sort key of an index in which the item is not: an update of the time does not
    /// know that it is in none.
    /// </summary>
    private static string Texts(Dictionary<string, AttributeValue> item) => AttributeText.Of(item
        .Where(attribute => attribute.Key != "_w" && (attribute.Key != "gsi1sk" || item.ContainsKey("gsi1pk"))).ToDictionary());
}
