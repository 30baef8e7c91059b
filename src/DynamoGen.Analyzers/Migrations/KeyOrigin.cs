using System.Collections.Immutable;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>What a value is made of.</summary>
/// <param name="Properties">The properties of the old item that it takes.</param>
/// <param name="Same">The property whose values it tells apart: it has another value for each of them; null where that is not known.</param>
/// <param name="TakesWhole">Whether code that is not seen through takes the whole of the old item.</param>
/// <param name="Impurity">What it takes that is not the same each time; null where nothing is known to be.</param>
internal sealed record KeyOrigin(ImmutableHashSet<string> Properties, string? Same = null, bool TakesWhole = false, string? Impurity = null)
{
    /// <summary>Nothing: a constant.</summary>
    public static readonly KeyOrigin Constant = new(ImmutableHashSet<string>.Empty);

    /// <summary>A property of the old item.</summary>
    public static KeyOrigin Of(string property) => new(ImmutableHashSet.Create(property), property);

    /// <summary>What two values together are made of; which property they tell apart is not known.</summary>
    public KeyOrigin With(KeyOrigin other) =>
        new(Properties.Union(other.Properties), Same: null, TakesWhole || other.TakesWhole, Impurity ?? other.Impurity);

    /// <summary>The same, in a form in which two values may be alike.</summary>
    public KeyOrigin Blurred => this with { Same = null };
}
