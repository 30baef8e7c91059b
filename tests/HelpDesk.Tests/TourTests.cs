using System.Globalization;
using HelpDesk.Tour;

namespace HelpDesk.Tests;

public sealed class TourTests
{
    [Fact]
    public async Task The_tour_visits_every_form_that_the_documentation_lists()
    {
        await using var tables = await FilledDesk.CreateAsync();
        using var consumption = new Consumption();
        var documented = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "HelpDesk.md"), TestContext.Current.CancellationToken))
            .Select(line => line.Split('|'))
            .Where(cells => cells.Length > 2 && int.TryParse(cells[1], CultureInfo.InvariantCulture, out _))
            .Select(cells => (int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2].Trim()));
        var stops = tables.Get<AccessPatternTour>().Stops;

        Assert.Equal(documented, stops.Select(stop => (stop.Number, stop.Title)));
        foreach (var stop in stops)
        {
            Assert.NotEmpty(await stop.Visit());
            Assert.True(consumption.Take() > 0, $"Stop {stop.Number} consumed nothing.");
        }
    }
}
