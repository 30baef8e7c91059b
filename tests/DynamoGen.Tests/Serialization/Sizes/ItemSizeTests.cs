using System.Text;
using DynamoGen.Serialization;
using DynamoGen.Tests.Serialization.Forms;

namespace DynamoGen.Tests.Serialization.Sizes;

public sealed class ItemSizeTests
{
    [Fact]
    public void Each_type_has_its_published_size()
    {
        Assert.All(PublishedSizes.Values, value => Assert.Equal(4 + value.Size, Of($$"""{"name":{{value.Json}}}""")));
    }

    [Fact]
    public void An_item_has_the_sum_of_its_names_and_values()
    {
        Assert.Equal(0, Of("{}"));
        Assert.Equal(1 + 1 + 4 + 2, Of("""{"a":{"S":"x"}, "b\u20AC" : {"N":"12"}}"""));
        Assert.Equal(409_600, ItemSize.MaxBytes);
    }

    [Fact]
    public void The_size_of_an_entity_is_that_of_its_item()
    {
        Assert.Equal(Of(Wire.Write<Sample, Sample.Marshaller>(RichSample.Value)), ItemSize.Of<Sample, Sample.Marshaller>(RichSample.Value));
        Assert.Throws<ArgumentNullException>(() => ItemSize.Of<Sample, Sample.Marshaller>(null!));
        Assert.Throws<ItemValueException>(() => ItemSize.Of<Sample, Sample.Marshaller>(RichSample.Value with { Double = double.NaN }));
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var item = Encoding.UTF8.GetBytes(Wire.Write<Sample, Sample.Marshaller>(RichSample.Value));
        for (var i = 0; i < 100; i++)
        {
            ItemSize.Of(item);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        ItemSize.Of(item);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("""{"a":{"S":"x"}""")]
    [InlineData("""{"a":"x"}""")]
    [InlineData("""{"a":{}}""")]
    [InlineData("""{"a":{"X":"x"}}""")]
    [InlineData("""{"a":{"S":"x","N":"1"}}""")]
    [InlineData("""{"a":{"S":"\ud800"}}""")]
    [InlineData("""{"a":{"S":1}}""")]
    [InlineData("""{"a":{"N":"one"}}""")]
    [InlineData("""{"a":{"N":"1E126"}}""")]
    [InlineData("""{"a":{"B":"*"}}""")]
    [InlineData("""{"a":{"BOOL":1}}""")]
    [InlineData("""{"a":{"NULL":false}}""")]
    [InlineData("""{"a":{"SS":["x",1]}}""")]
    [InlineData("""{"a":{"L":["x"]}}""")]
    [InlineData("""{"a":{"M":{"b":"x"}}}""")]
    public void What_is_no_item_is_refused(string json)
    {
        Assert.Throws<ItemFormatException>(() => Of(json));
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        Assert.Throws<ItemFormatException>(() => Of($$"""{"a":{{Attributes.NestedJson(100_000)}}}"""));
    }

    private static int Of(string json) => ItemSize.Of(Encoding.UTF8.GetBytes(json));
}
