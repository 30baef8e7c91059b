namespace Northwind.Tour;

/// <summary>One access pattern of the tour.</summary>
/// <param name="Title">What it answers.</param>
/// <param name="Visit">Runs it and says what came of it.</param>
public sealed record TourStop(string Title, Func<Task<string>> Visit);
