using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Versions;

/// <summary>Items of three versions whose attributes were renamed, retyped, merged, split, and moved into nested objects and out of them.</summary>
public sealed class MergedPropertyTests(LocalServer server) : VersionsTest(server)
{
    private static Person Expected(string id) => new("t", id)
    {
        Name = new PersonName("Ada", "Lovelace"),
        Title = "Prof",
        Degree = "PhD",
        Address = new Address("Main St", new Place("1010")),
        City = "Vienna",
        Contact = new Contact("123", "none"),
        Remark = "r",
        Score = 1.5m,
    };

    [Fact]
    public async Task Items_of_each_version_are_read_alike_by_every_read()
    {
        await PutAllAsync();

        Person[] expected = [Expected("1"), Expected("2"), Expected("3")];
        Assert.Equal<IEnumerable<Person>>(expected, [(await Persons.Get("t", "1"))!, (await Persons.Get("t", "2"))!, (await Persons.Get("t", "3"))!]);
        Assert.Equal(expected, await Persons.Of("t").ToArrayAsync());
        Assert.Equal(expected, (await Persons.ScanAll(2).ToArrayAsync()).OrderBy(person => person.Id, StringComparer.Ordinal));
        Assert.Equal(expected, (await Persons.GetMany(expected.Select(person => new Person.PrimaryKey("t", person.Id))).ToArrayAsync())
            .OrderBy(person => person.Id, StringComparer.Ordinal));
        Assert.Equal(expected, (await Persons.Whole("t"))!.Persons);
        Assert.Equal(expected, await Persons.WithRemark("t", "r").ToArrayAsync());
    }

    [Fact]
    public async Task A_projection_reads_all_that_its_properties_were_made_of()
    {
        await PutAllAsync();

        Assert.Equal(
            Enumerable.Repeat(new PersonCard(new PersonName("Ada", "Lovelace"), "Vienna", new Contact("123", "none")), 3),
            await Persons.CardsOf("t").ToArrayAsync());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task An_update_brings_the_item_up_to_date_first(string id)
    {
        await PutAllAsync();

        Assert.Equal(Expected(id) with { Remark = "new" }, await Persons.UpdateRemark("t", id, "new"));
        Assert.Equal(
            ["Address", "City", "Contact", "Degree", "Id", "Name", "Remark", "Score", "Team", "Title", "_t", "_v", "pk", "sk"],
            (await StoredAsync($"PERSON#{id}")).Keys.Except(["_w"]).Order(StringComparer.Ordinal));
        Assert.True(await Persons.UpdateCityIf("t", id, "Graz", "new"));
        Assert.False(await Persons.UpdateCityIf("t", id, "Linz", "old"));
        Assert.Equal("Graz", (await Persons.Get("t", id))!.City);
    }

    [Fact]
    public async Task What_is_absent_is_as_the_parameter_says()
    {
        await PutAsync(Raw("Person", 1, "1", new() { ["FirstName"] = new("Ada") }));

        Assert.Equal(
            new Person("t", "1") { Name = new PersonName("Ada", null), Contact = new Contact(null, "none") }, await Persons.Get("t", "1"));
    }

    [Theory]
    [InlineData(1, "given", "FirstName")]
    [InlineData(2, "FirstName", "given")]
    [InlineData(3, "given", "Name")]
    public async Task What_is_required_and_absent_is_named(int version, string present, string missing)
    {
        await PutAsync(Raw("Person", version, "1", new() { [present] = new("Ada"), ["LastName"] = new("Lovelace") }));

        var refused = await Assert.ThrowsAsync<ItemFormatException>(async () => await Persons.Get("t", "1"));
        Assert.Equal(("Person", missing, "nothing"), (refused.Entity, refused.Attribute, refused.Found));
    }

    [Fact]
    public async Task A_newer_version_is_refused()
    {
        await PutAsync(Raw("Person", 4, "1", new() { ["Name"] = new("Ada") }));

        await Assert.ThrowsAsync<UnknownVersionException>(async () => await Persons.Get("t", "1"));
    }

    private async Task PutAllAsync()
    {
        Dictionary<string, AttributeValue> shared = new()
        {
            ["LastName"] = new("Lovelace"),
            ["Title"] = new("Prof PhD"),
            ["Address"] = new() { M = new() { ["Street"] = new("Main St"), ["City"] = new("Vienna"), ["Zip"] = new("1010") } },
            ["Phone"] = new("123"),
            ["Note"] = new("r"),
        };
        await PutAsync(Raw("Person", 1, "1", new(shared) { ["FirstName"] = new("Ada"), ["Score"] = new() { N = "15" } }));
        await PutAsync(Raw("Person", 2, "2", new(shared) { ["given"] = new("Ada"), ["Score"] = new() { N = "150" } }));
        await PutAsync(AttributeMap.From<Person, Person.Marshaller>(Expected("3")));
    }
}
