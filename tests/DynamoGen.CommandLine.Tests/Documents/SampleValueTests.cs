using DynamoGen.CommandLine.Documents.Locks;
using DynamoGen.CommandLine.Documents.Samples;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>Values of samples, by the forms that a lock tells.</summary>
public sealed class SampleValueTests
{
    [Theory]
    [InlineData("int D10", "^[0-9]{10}$")]
    [InlineData("decimal 0000.00", @"^[0-9]{4}\.[0-9]{2}$")]
    [InlineData("Date yyyy-MM-dd", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    [InlineData("DateTimeOffset yyyy-MM-ddTHH:mm:ss.fffffffZ", @"^[0-9-]{10}T[0-9:]{8}\.[0-9]{7}Z$")]
    [InlineData("Guid", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9]{3}-8000-[0-9a-f]{12}$")]
    [InlineData("enum open, closed", "^open$")]
    [InlineData("enum Open=0, Shipped=1", "^Open$")]
    [InlineData("epoch seconds", "^[0-9]{10}$")]
    [InlineData("Ulid", "^customer-1$")]
    public void A_value_has_its_form_and_is_always_the_same(string form, string pattern)
    {
        Assert.Matches(pattern, new SampleValue("CustomerId", 1).Of(form));
        Assert.Equal(new SampleValue("CustomerId", 1).Of(form), new SampleValue("CustomerId", 1).Of(form));
        Assert.NotEqual(new SampleValue("CustomerId", 1).Of("int"), new SampleValue("CustomerId", 2).Of("int"));
    }

    [Theory]
    [InlineData("ORDER#{Id:int D10}", "ORDER#", 1, "ORDER#(int D10)")]
    [InlineData("STATUS#{Status:enum}#{shard of 12}", "STATUS#", 12, "STATUS#(enum)#03")]
    [InlineData("{Name}", null, 1, "()")]
    [InlineData("{{x}}#{Name}", "{x}#", 1, "{x}#()")]
    [InlineData("ORDER", "ORDER", 1, "ORDER")]
    public void A_template_is_filled_part_by_part(string text, string? beginning, int shards, string key)
    {
        var template = new KeyTemplate(text);

        Assert.Equal((beginning, shards, key), (template.Beginning, template.Shards, template.Fill((_, form) => $"({form})", 3)));
    }

    [Theory]
    [InlineData("S enum open, closed = open", "S", "enum open, closed", "reads as open")]
    [InlineData("N enum Open=0, Shipped=1 required", "N", "enum Open=0, Shipped=1", "required")]
    [InlineData("SS string omitting []", "SS", "string", "left out for []")]
    [InlineData("M", "M", "", "")]
    public void An_attribute_is_read_as_the_lock_has_it(string text, string type, string form, string absence) =>
        Assert.Equal(new LockedAttribute("A", type, form, absence), LockedAttribute.Parse("A", text));

    [Fact]
    public void What_was_dropped_is_no_attribute() => Assert.Null(LockedAttribute.Parse("Note", "dropped S string"));
}
