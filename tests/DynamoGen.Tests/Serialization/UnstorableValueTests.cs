namespace DynamoGen.Tests.Serialization;

public sealed class UnstorableValueTests
{
    [Fact]
    public void NaN_and_infinity_are_refused_before_anything_is_sent()
    {
        Assert.Throws<ItemValueException>(() => Write(new Sample { Id = "1", Double = double.NaN }));
        Assert.Throws<ItemValueException>(() => Write(new Sample { Id = "1", Float = float.PositiveInfinity }));
    }

    [Fact]
    public void A_lone_surrogate_is_refused()
    {
        Assert.Throws<ItemValueException>(() => Write(new Sample { Id = "1", Texts = ["\ud800"] }));
        Assert.Throws<ItemValueException>(() => Write(new Sample { Id = "1", Map = new() { ["\udc00"] = new Nested("n") } }));
    }

    [Fact]
    public void An_undefined_enum_member_is_refused()
    {
        Assert.Throws<ItemValueException>(() => Write(new Sample { Id = "1", Color = (Color)17 }));
    }

    [Fact]
    public void A_null_where_the_declaration_promises_a_value_is_refused()
    {
        Assert.Throws<ItemValueException>(() => Write(new Sample { Id = "1", Texts = null! }));
        Assert.Throws<ItemValueException>(() => Write(new Sample { Id = "1", Bytes = null! }));
        Assert.Throws<KeyException>(() => Write(new Sample { Id = null! }));
    }

    private static string Write(Sample sample) => Wire.Write<Sample, Sample.Marshaller>(sample);
}
