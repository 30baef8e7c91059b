namespace DynamoGen.Tests.Serialization.Places;

/// <summary>What the application's code refuses while an item is read is named by entity, attribute and version, and never shown.</summary>
public sealed class ReadPlaceTests
{
    [Theory]
    [InlineData("Old", """ "_v":{"N":"1"},"Old":{"S":"CANARY"} """)]
    [InlineData("Picky", """ "Picky":{"S":"CANARY"} """)]
    [InlineData("Pickies[1]", """ "Pickies":{"L":[{"S":"ok"},{"S":"CANARY"}]} """)]
    [InlineData("Strict", """ "Strict":{"M":{"Text":{"S":"CANARY"}}} """)]
    [InlineData("Checked", """ "Checked":{"S":"CANARY"} """)]
    [InlineData("ByName[*].Size", """ "ByName":{"M":{"CANARY":{"M":{"Name":{"S":"a"},"Size":{"S":"CANARY"}}}}} """)]
    [InlineData("ByName[*].Name", """ "ByName":{"M":{"CANARY":{"M":{}}}} """)]
    [InlineData("Lists[*][0]", """ "Lists":{"M":{"CANARY":{"L":[{"S":"CANARY"}]}}} """)]
    [InlineData("Shape", """ "Shape":{"M":{"_t":{"S":"CANARY"}}} """)]
    [InlineData("_t", """ "_t":{"S":"CANARY"} """)]
    [InlineData("Weight", """ "Weight":{"S":"CANARY"} """)]
    [InlineData("Marks[0]", """ "Marks":{"NS":["CANARY"]} """)]
    [InlineData("unknown[*][*]", """ "unknown":{"M":{"CANARY":{"M":{"CANARY":nonsense}}}} """)]
    public void A_value_that_is_refused_is_named_and_not_shown(string path, string members)
    {
        var refused = Assert.Throws<ItemFormatException>(() => Wire.Read<Crate, Crate.Marshaller>("{\"Id\":{\"S\":\"1\"}," + members + "}"));

        Assert.Equal(("Crate", path), (refused.Entity, refused.Attribute));
        Assert.DoesNotContain("CANARY", refused.Message);
    }

    [Fact]
    public void The_cause_is_kept_and_the_version_named()
    {
        var refused = Assert.Throws<ItemFormatException>(() =>
            Wire.Read<Crate, Crate.Marshaller>("""{"Id":{"S":"1"},"_v":{"N":"1"},"Old":{"S":"CANARY"}}"""));

        Assert.IsType<FormatException>(refused.InnerException);
        Assert.Contains("version 1", refused.Message);
    }

    [Fact]
    public void A_cancellation_passes() => Assert.Throws<OperationCanceledException>(() =>
        Wire.Read<Crate, Crate.Marshaller>("""{"Id":{"S":"1"},"Picky":{"S":"cancel"}}"""));

    [Theory]
    [InlineData("7", "version 7")]
    [InlineData("1234567", "a much newer version")]
    public void A_version_is_shown_where_it_can_be_one(string stored, string shown)
    {
        var unknown = Assert.Throws<UnknownVersionException>(() =>
            Wire.Read<Crate, Crate.Marshaller>($$$"""{"Id":{"S":"1"},"_v":{"N":"{{{stored}}}"}}"""));

        Assert.Contains(shown, unknown.Message);
        Assert.Equal(shown.StartsWith('v'), unknown.Message.Contains(stored));
    }
}
