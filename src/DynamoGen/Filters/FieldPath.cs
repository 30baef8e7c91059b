using System.ComponentModel;

namespace DynamoGen.Filters;

/// <summary>Where a field is stored.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldPath
{
    private FieldPath(string[] roots, string[] inner, FieldAbsence absence) => (Roots, Inner, Absence) = (roots, inner, absence);

    /// <summary>An attribute of the item itself.</summary>
    /// <param name="absence">What it means that it is absent.</param>
    /// <param name="names">Its name, and those that it had in older versions.</param>
    public FieldPath(FieldAbsence absence, params string[] names)
        : this(names, [], absence)
    {
    }

    internal string[] Roots { get; }

    internal string[] Inner { get; }

    internal FieldAbsence Absence { get; }

    /// <summary>A property of the object that this is the path of.</summary>
    /// <param name="absence">What it means that it is absent.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The property's path.</returns>
    public FieldPath Then(FieldAbsence absence, string name) => new(Roots, [.. Inner, name], absence);

    /// <summary>The same place, of which absence means something else.</summary>
    internal FieldPath Meaning(FieldAbsence absence) => new(Roots, Inner, absence);

    /// <summary>The path as a person reads it.</summary>
    internal string Readable => string.Join('.', [Roots[0], .. Inner]);
}
