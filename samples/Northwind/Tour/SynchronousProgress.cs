namespace Northwind.Tour;

/// <summary>Reports at once and in order, unlike <see cref="Progress{T}"/>, which posts to a pool.</summary>
public sealed class SynchronousProgress(Action<string> report) : IProgress<string>
{
    public void Report(string value) => report(value);
}
