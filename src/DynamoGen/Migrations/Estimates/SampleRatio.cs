namespace DynamoGen.Migrations.Estimates;

/// <summary>
/// A quantity for each item, from pages of items. Items of one page resemble each other, so that the pages are what it is taken to vary by, not the items.
/// </summary>
/// <param name="Mean">The quantity of one item.</param>
/// <param name="Margin">How far the mean may be off, up or down, with a probability of 95 %.</param>
internal readonly record struct SampleRatio(double Mean, double Margin)
{
    private const double NormalQuantile = 1.96;

    /// <param name="pages">The items and the quantity of each page.</param>
    /// <param name="isWhole">Whether the pages are all there are.</param>
    public static SampleRatio Of(IReadOnlyList<(int Items, double Quantity)> pages, bool isWhole)
    {
        var items = pages.Sum(page => page.Items);
        if (items == 0)
        {
            return default;
        }

        var mean = pages.Sum(page => page.Quantity) / items;
        if (isWhole || pages.Count < 2)
        {
            return new SampleRatio(mean, 0);
        }

        var squares = pages.Sum(page => Math.Pow(page.Quantity - (mean * page.Items), 2));
        var standardError = Math.Sqrt(pages.Count * squares / (pages.Count - 1)) / items;
        return new SampleRatio(mean, StudentQuantile(pages.Count - 1) * standardError);
    }

    /// <summary>The quantile of Student's distribution, by the first terms of its expansion around the normal one.</summary>
    private static double StudentQuantile(int degrees)
    {
        var z = NormalQuantile;
        return z + ((Math.Pow(z, 3) + z) / (4 * degrees)) + (((5 * Math.Pow(z, 5)) + (16 * Math.Pow(z, 3)) + (3 * z)) / (96 * degrees * degrees));
    }
}
