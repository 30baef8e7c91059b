using System.Text;
using System.Text.Json.Nodes;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization;

/// <summary>The reader guesses the order of attributes from the last item; whatever order comes, the items must be the same.</summary>
public sealed class AttributeOrderTests
{
    [Fact]
    public void Pages_of_items_in_any_order_with_attributes_left_out_and_put_in_are_read_alike()
    {
        var random = new Random(7);
        for (var page = 0; page < 200; page++)
        {
            var expected = Enumerable.Range(0, 20).Select(i => NewSample(i, random)).ToArray();
            var json = new JsonArray([.. expected.Select(sample => Disturb(sample, random, page % 4))]).ToJsonString();

            Assert.Equal(expected.Select(Comparable), ReadPage<Sample, Sample.Marshaller>(json).Select(Comparable));
        }
    }

    [Fact]
    public void Items_of_two_entities_by_turns_do_not_mislead_each_other()
    {
        var json = "[" + string.Join(",", Enumerable.Range(0, 10).Select(i => i % 2 == 0
            ? Wire.Write<Sample, Sample.Marshaller>(new Sample { Id = $"{i}", Int = i })
            : Wire.Write<Versioned, Versioned.Marshaller>(new Versioned { Id = $"{i}", Cost = new Price(i, "EUR") }))) + "]";
        var reader = new WireReader(Encoding.UTF8.GetBytes(json));
        reader.BeginArray();
        for (var i = 0; reader.NextElement(); i++)
        {
            if (i % 2 == 0)
            {
                Assert.Equal((i, $"{i}"), (Sample.Marshaller.Read(ref reader) is { } sample ? (sample.Int, sample.Id) : default));
            }
            else
            {
                Assert.Equal(new Versioned { Id = $"{i}", Cost = new Price(i, "EUR") }, Versioned.Marshaller.Read(ref reader));
            }
        }
    }

    [Fact]
    public void A_guess_is_not_believed_where_only_the_name_begins_alike_or_the_type_differs()
    {
        var first = """{"Id":{"S":"1"},"Int":{"N":"1"},"Long":{"N":"2"}}""";

        Assert.Equal([(1, 2), (0, 3)], ReadPage<Sample, Sample.Marshaller>($$$"""[{{{first}}},{"Id":{"S":"2"},"Int2":{"N":"9"},"Long":{"N":"3"}}]""")
            .Select(sample => (sample.Int, (int)sample.Long)));
        var wrong = Assert.Throws<ItemFormatException>(() => ReadPage<Sample, Sample.Marshaller>($$$"""[{{{first}}},{"Id":{"S":"2"},"Int":{"S":"9"}}]"""));
        Assert.Equal(("Int", "N", "S"), (wrong.Attribute, wrong.Expected, wrong.Found));
        wrong = Assert.Throws<ItemFormatException>(() => ReadPage<Sample, Sample.Marshaller>($$$"""[{{{first}}},{"Id":{"S":"2"},"Int":{"N":"9x"}}]"""));
        Assert.Equal("Int", wrong.Attribute);
        Assert.Throws<ItemFormatException>(() => ReadPage<Sample, Sample.Marshaller>($$$"""[{{{first}}},{"Id":{"S":"2"},"Int":{"N":"9","S":"9"}}]"""));
        Assert.Throws<ItemFormatException>(() => ReadPage<Sample, Sample.Marshaller>($$$"""[{{{first}}},{"Id":{"S":"2"} "Int":{"N":"9"}}]"""));
    }

    [Fact]
    public void Reading_a_page_allocates_its_entities_and_nothing_else()
    {
        var json = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Range(0, 100)
            .Select(i => Wire.Write<Versioned, Versioned.Marshaller>(new Versioned { Id = "id", Cost = new Price(i, "EUR") }))) + "]");
        for (var i = 0; i < 50; i++)
        {
            Read(json);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var entity = new Versioned { Id = new string('i', 2), Cost = new Price(1, new string('E', 3)) };
        var one = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(entity);
        before = GC.GetAllocatedBytesForCurrentThread();
        Read(json);

        Assert.Equal(100 * one, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Read(byte[] json)
        {
            var reader = new WireReader(json);
            reader.BeginArray();
            while (reader.NextElement())
            {
                Versioned.Marshaller.Read(ref reader);
            }
        }
    }

    private static Sample NewSample(int number, Random random) => new()
    {
        Id = $"{number} \"x\"",
        Part = random.Next(2) == 0 ? null : "part",
        Int = random.Next(),
        Double = random.NextDouble(),
        Decimal = random.Next(-1000, 1000) / 100m,
        Moment = DateTimeOffset.UnixEpoch.AddSeconds(random.Next()),
        NoInt = random.Next(2) == 0 ? null : random.Next(),
        Color = (Color)random.Next(3),
        Nested = random.Next(2) == 0 ? null : new Nested("n", random.Next(), random.Next(2) == 0 ? null : new Nested("inner")),
    };

    /// <summary>The item, shuffled, with attributes that nobody knows.</summary>
    private static JsonNode Disturb(Sample sample, Random random, int degree)
    {
        var item = JsonNode.Parse(Wire.Write<Sample, Sample.Marshaller>(sample))!.AsObject();
        var members = item.Select(pair => (pair.Key, Value: pair.Value!.DeepClone())).ToList();
        if (degree > 0 && random.Next(3) == 0)
        {
            members.Insert(random.Next(members.Count), ("Unknown" + random.Next(3), JsonNode.Parse("""{"M":{"Int":{"N":"5"}}}""")!));
        }

        if (degree > 1 && (degree > 2 || random.Next(5) == 0))
        {
            members = [.. members.OrderBy(_ => random.Next())];
        }

        return new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value)));
    }

    private static object Comparable(Sample sample) =>
        (sample.Id, sample.Part, sample.Int, sample.Double, sample.Decimal, sample.Moment, (sample.NoInt, sample.Color, sample.Nested));

    private static List<TEntity> ReadPage<TEntity, TMarshaller>(string json)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        var entities = new List<TEntity>();
        var reader = new WireReader(Encoding.UTF8.GetBytes(json));
        reader.BeginArray();
        while (reader.NextElement())
        {
            entities.Add(TMarshaller.Read(ref reader));
        }

        reader.EndOfResponse();
        return entities;
    }
}
