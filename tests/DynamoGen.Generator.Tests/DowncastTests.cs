using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

public sealed class DowncastTests
{
    [Theory]
    [InlineData("Shop.Booking")]
    [InlineData("Shop.IBookings")]
    public void Items_are_written_in_the_form_of_the_older_version(string name)
    {
        var run = Design.Compiles(GeneratorRun.Of(Bookings.Source));

        Snapshot.Matches(run.Generated[name + ".g.cs"], name);
    }

    [Fact]
    public void Without_WriteAs_downcasters_change_nothing_of_what_is_generated()
    {
        var with = GeneratorRun.Of(Bookings.Source.Replace(", WriteAs = 1", "", StringComparison.Ordinal)).Generated["Shop.Booking.g.cs"];
        var lines = Bookings.Source.Replace(", WriteAs = 1", "", StringComparison.Ordinal).Split('\n').Where(line => !line.Contains("[Downcast(", StringComparison.Ordinal));
        var without = GeneratorRun.Of(string.Join('\n', lines)).Generated["Shop.Booking.g.cs"];

        Assert.Equal(without, with);
    }
}
