using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Tests.Serialization.Types;

[Entity<TestTable>]
[Key("NOTE#{Id}", "NOTE")]
public sealed partial record Note(string Id)
{
    public AttributeValue? Anything { get; init; }

    public List<AttributeValue> Values { get; init; } = [];

    public NoteBody? Body { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Others { get; init; }
}

public sealed record NoteBody(string Text)
{
    [UnknownAttributes]
    public IReadOnlyDictionary<string, AttributeValue> More { get; init; } = new Dictionary<string, AttributeValue>();
}

public sealed class UnknownAttributeTests
{
    private const string Stored = """
        {"pk":{"S":"NOTE#1"},"later":{"M":{"a":{"L":[{"N":"1"},{"NULL":true}]}}},"sk":{"S":"NOTE"},"_t":{"S":"Note"},"_v":{"N":"1"},"Id":{"S":"1"},"Anything":{"BOOL":true},
        "Values":{"L":[{"S":"x"},{"NS":["1","2"]}]},"Body":{"M":{"Text":{"S":"t"},"size":{"N":"3"}}},"dé\"jà":{"B":"AQ=="}}
        """;

    [Fact]
    public void What_no_property_stores_is_kept_and_written_back()
    {
        var note = Wire.Read<Note, Note.Marshaller>(Stored);

        Assert.Equal(["dé\"jà", "later"], note.Others!.Keys.Order());
        Assert.Equal("1", note.Others["later"].M["a"].L[0].N);
        Assert.Equal("3", note.Body!.More["size"].N);
        Assert.True(note.Anything!.BOOL);
        AssertSameJson(Stored, Wire.Write<Note, Note.Marshaller>(note));
    }

    [Fact]
    public void Several_items_in_other_orders_keep_their_own()
    {
        var (first, second) = ("""{"x":{"N":"1"},"Id":{"S":"1"}}""", """{"Id":{"S":"2"},"y":{"N":"2"},"x":{"N":"3"}}""");
        var reader = new DynamoGen.Serialization.WireReader(System.Text.Encoding.UTF8.GetBytes(first + second + first));

        var notes = new List<Note>();
        for (var i = 0; i < 3; i++)
        {
            notes.Add(Note.Marshaller.Read(ref reader));
        }

        Assert.Equal(["x=1", "y=2 x=3", "x=1"], notes.Select(note => string.Join(" ", note.Others!.Select(pair => $"{pair.Key}={pair.Value.N}"))));
    }

    [Fact]
    public void Nothing_is_kept_where_there_is_nothing()
    {
        var note = Wire.Read<Note, Note.Marshaller>("""{"Id":{"S":"1"},"Body":{"M":{"Text":{"S":""}}}}""");

        Assert.Null(note.Others);
        Assert.Empty(note.Body!.More);
    }

    [Theory]
    [InlineData("Id")]
    [InlineData("pk")]
    [InlineData("_v")]
    public void An_attribute_that_is_stored_already_is_refused(string attribute) => Assert.Throws<ItemValueException>(() =>
        Wire.Write<Note, Note.Marshaller>(new Note("1") { Others = new() { [attribute] = new AttributeValue("x") } }));

    private static void AssertSameJson(string expected, string found)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(found);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), found);
    }
}
