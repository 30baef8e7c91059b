namespace HelpDesk.Tour;

/// <summary>One access pattern of the tour.</summary>
/// <param name="Number">Its number in the table of forms in the sample's README.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Visit">Asks it and says what came back.</param>
public sealed record TourStop(int Number, string Title, Func<Task<string>> Visit);
