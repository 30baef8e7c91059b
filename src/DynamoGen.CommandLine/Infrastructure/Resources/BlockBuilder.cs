using System.Collections;

namespace DynamoGen.CommandLine.Infrastructure.Resources;

/// <summary>Collects the properties of a block; what is null is left out.</summary>
internal sealed class BlockBuilder : IEnumerable<Property>
{
    private readonly List<Property> _properties = [];

    public void Add(string name, Value? value)
    {
        if (value is not null)
        {
            _properties.Add(new Property(name, value));
        }
    }

    public BlockValue Build() => new(_properties);

    /// <summary>The block, or null where it would be empty.</summary>
    public BlockValue? BuildAny() => _properties.Count == 0 ? null : Build();

    public IEnumerator<Property> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
