namespace DynamoGen.Tests.Serialization.Converters;

public sealed class ConverterTests
{
    private static readonly Palette Full = new("1")
    {
        Hue = new Hue(1),
        Width = new Width(2, 0),
        Widths = new() { [new Hue(3)] = new Width(4, 0), [new Hue(5)] = null },
        Second = new Hue(6),
        Note = " note ",
        Title = " title ",
        Notes = [" a ", null],
        Zero = new Width(7, 0),
        Number = 8,
        Third = new Hue(9),
    };

    [Fact]
    public void What_a_converter_stores_comes_back()
    {
        var item = Palette.ToItem(Full);
        var read = Palette.FromItem(item);

        Assert.Equal(("1", "2px", "4px"), (item["Hue"].S, item["Width"].S, item["Widths"].M["3"].S));
        Assert.Equal(("6", "note", "title", "7", "8", "9"),
            (item["Second"].N, item["Note"].S, item["Title"].S, item["Zero"].N, item["Number"].S, item["Third"].N));
        Assert.Equal((Full.Hue, Full.Width, Full.Second, Full.Zero, Full.Number, Full.Third),
            (read.Hue, read.Width, read.Second, read.Zero, read.Number, read.Third));
        Assert.Equal(Full.Widths, read.Widths);
        Assert.Equal(("note", "title"), (read.Note, read.Title));
        Assert.Equal(["a", null], read.Notes);
    }

    [Fact]
    public void What_is_null_or_becomes_null_comes_back()
    {
        var read = Palette.FromItem(Palette.ToItem(new Palette("2") { Hue = new Hue(1), Title = string.Empty }));

        Assert.Equal((null, null, null, default, null, null), (read.Width, read.Second, read.Note, read.Zero, read.Number, read.Third));
        Assert.Empty(read.Title);
    }
}
