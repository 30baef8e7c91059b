namespace DynamoGen.Tests.Serialization.Nulls;

/// <summary>What was written comes back: a written null is told apart from an attribute that an older item does not have.</summary>
public sealed class WrittenNullTests
{
    [Fact]
    public void Null_comes_back_as_null_where_absence_means_an_initial_value()
    {
        var nulls = new Prefs(1, null, null)
        {
            Theme = null,
            Size = null,
            Flag = null,
            Numbers = null,
            Counts = null,
            Tags = null,
            Corner = null,
            Day = null,
            Checked = null,
        };

        var read = Wire.Read<Prefs, Prefs.Marshaller>(Wire.Write<Prefs, Prefs.Marshaller>(nulls));

        Assert.Equivalent(nulls, read, strict: true);
        Assert.Equivalent(nulls, Prefs.FromItem(Prefs.ToItem(nulls)), strict: true);
    }

    [Fact]
    public void A_null_inside_of_an_object_comes_back()
    {
        var read = Prefs.FromItem(Prefs.ToItem(new Prefs(1) { Corner = new Corner("right", null) }));

        Assert.Equal(new Corner("right", null), read.Corner);
    }

    [Fact]
    public void An_older_item_reads_as_the_initial_values()
    {
        var read = Wire.Read<Prefs, Prefs.Marshaller>("""{"_t":{"S":"Prefs"},"_v":{"N":"1"},"Id":{"N":"1"}}""");

        Assert.Equivalent(new Prefs(1), read, strict: true);
    }

    [Fact]
    public void Values_come_back_as_they_are()
    {
        var values = new Prefs(1, "x", 4, Guid.Empty)
        {
            Theme = "light",
            Size = 0,
            Flag = false,
            Numbers = [],
            Counts = [],
            Tags = ["t"],
            Corner = new Corner("top", "blue"),
            Day = DayOfWeek.Friday,
            Plain = "plain",
            Checked = "new",
        };

        Assert.Equivalent(values, Prefs.FromItem(Prefs.ToItem(values)), strict: true);
    }

    [Fact]
    public void Only_what_means_something_else_is_stored_as_NULL()
    {
        var item = Prefs.ToItem(new Prefs(1, null, null) { Theme = null });

        Assert.True(item["Note"].NULL);
        Assert.True(item["Level"].NULL);
        Assert.True(item["Theme"].NULL);
        Assert.DoesNotContain("Token", item.Keys);
        Assert.DoesNotContain("Plain", item.Keys);
    }
}
