namespace Storefront.Tour;

/// <summary>One access pattern.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Visit">Calls it, and says what came back.</param>
internal sealed record TourStop(string Title, Func<Task<string>> Visit);
