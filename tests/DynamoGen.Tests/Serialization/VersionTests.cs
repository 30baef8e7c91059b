namespace DynamoGen.Tests.Serialization;

public sealed class VersionTests
{
    [Theory]
    [InlineData("""{"Id":{"S":"1"},"Cents":{"N":"1250"},"_v":{"N":"1"}}""")]
    [InlineData("""{"Id":{"S":"1"},"Cents":{"N":"1250"}}""")]
    [InlineData("""{"_v":{"N":"2"},"Id":{"S":"1"},"Cost":{"N":"12.5"}}""")]
    [InlineData("""{"Cost":{"N":"12.50"},"Id":{"S":"1"},"_v":{"N":"2"}}""")]
    [InlineData("""{"Cost":{"M":{"Amount":{"N":"12.5"},"Currency":{"S":"USD"}}},"Id":{"S":"1"},"_v":{"N":"3"}}""")]
    public void Items_of_every_version_are_read_as_the_current_one(string json)
    {
        Assert.Equal(new Versioned { Id = "1", Cost = new Price(12.5m, "USD") }, Wire.Read<Versioned, Versioned.Marshaller>(json));
    }

    [Theory]
    [InlineData("""{"Id":{"S":"1"},"Name":{"S":"Ada Lovelace"},"Code":{"S":"xyz"},"_v":{"N":"1"}}""", 12)]
    [InlineData("""{"_v":{"N":"1"},"Code":{"S":"xyz"},"Name":{"S":"Ada Lovelace"},"Id":{"S":"1"}}""", 12)]
    [InlineData("""{"Id":{"S":"1"},"First":{"S":"Ada"},"Last":{"S":"Lovelace"},"Code":{"S":"xyz"},"Initial":{"S":"A"},"_v":{"N":"2"}}""", 3)]
    [InlineData("""{"Id":{"S":"1"},"Last":{"S":"Lovelace"},"First":{"S":"Ada"},"Code":{"S":"xyz"},"Initial":{"S":"A"},"Length":{"N":"9"},"_v":{"N":"3"}}""", 9)]
    public void One_stored_attribute_becomes_several_properties(string json, int length) => Assert.Equal(
        new Renamed("1") { First = "Ada", Last = "Lovelace", Code = "xyz", Length = length, Initial = "A" },
        Wire.Read<Renamed, Renamed.Marshaller>(json));

    [Fact]
    public void What_several_properties_are_made_of_is_required_where_one_of_them_is()
    {
        var missing = Assert.Throws<ItemFormatException>(() => Wire.Read<Renamed, Renamed.Marshaller>("""{"Id":{"S":"1"},"_v":{"N":"1"}}"""));

        Assert.Equal(("Renamed", "First"), (missing.Entity, missing.Attribute));
    }

    [Fact]
    public void Items_are_written_in_the_current_version()
    {
        Assert.Contains("\"_v\":{\"N\":\"3\"}", Wire.Write<Versioned, Versioned.Marshaller>(new Versioned { Id = "1", Cost = new Price(1, "EUR") }));
    }

    [Theory]
    [InlineData("""{"Id":{"S":"1"},"Cost":{"N":"1"},"_v":{"N":"4"}}""")]
    [InlineData("""{"_v":{"N":"4"}}""")]
    public void An_item_of_a_newer_version_is_refused(string json)
    {
        var refused = Assert.Throws<UnknownVersionException>(() => Wire.Read<Versioned, Versioned.Marshaller>(json));

        Assert.Equal(("Versioned", 4, 3), (refused.Entity, refused.Found, refused.Newest));
    }

    [Fact]
    public void An_entity_without_upcasters_refuses_a_newer_version_too()
    {
        Assert.Throws<UnknownVersionException>(() => Wire.Read<Sample, Sample.Marshaller>("""{"Id":{"S":"1"},"_v":{"N":"2"}}"""));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void A_version_that_is_no_number_from_1_is_malformed(string version)
    {
        var malformed = Assert.Throws<ItemFormatException>(
            () => Wire.Read<Versioned, Versioned.Marshaller>($$$"""{"Id":{"S":"1"},"_v":{"N":"{{{version}}}"}}"""));

        Assert.Equal("_v", malformed.Attribute);
    }

    [Fact]
    public void A_value_stored_by_an_older_version_under_another_name_is_not_taken_for_the_new_one()
    {
        var missing = Assert.Throws<ItemFormatException>(() =>
            Wire.Read<Versioned, Versioned.Marshaller>("""{"Id":{"S":"1"},"Cents":{"N":"1250"},"_v":{"N":"3"}}"""));

        Assert.Equal(("Versioned", "Cost", "nothing"), (missing.Entity, missing.Attribute, missing.Found));
    }
}
