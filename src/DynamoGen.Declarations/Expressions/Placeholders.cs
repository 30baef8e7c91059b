using System.Globalization;

namespace DynamoGen.Declarations.Expressions;

/// <summary>What stands behind the placeholders of an expression, numbered as it comes. DynamoDB refuses one that the expression does not use.</summary>
/// <param name="beginning">What a placeholder begins with.</param>
internal sealed class Placeholders<T>(string beginning)
    where T : notnull
{
    private readonly Dictionary<T, Placeholder<T>> _known = [];
    private readonly List<Placeholder<T>> _all = [];

    /// <summary>All of them, in the order of their numbers.</summary>
    public IReadOnlyList<Placeholder<T>> All => _all;

    /// <summary>The placeholder of a name or value, which is used where a test holds; null for always.</summary>
    /// <param name="wanted">The name or value.</param>
    /// <param name="when">The test that must hold for it to be used; null for always.</param>
    /// <param name="subject">What it is set to or compared with, as a person reads it.</param>
    public string Use(T wanted, ValueTest? when, string subject = "")
    {
        if (!_known.TryGetValue(wanted, out var placeholder))
        {
            placeholder = new Placeholder<T>(beginning + _all.Count.ToString(CultureInfo.InvariantCulture), wanted, subject);
            _known.Add(wanted, placeholder);
            _all.Add(placeholder);
        }

        placeholder.Use(when);
        return placeholder.Name;
    }
}

/// <summary>A placeholder and what stands behind it.</summary>
/// <param name="name">The placeholder, such as <c>#0</c>.</param>
/// <param name="content">The attribute's name, or the value.</param>
/// <param name="subject">The path of the attribute that a value is set to or compared with first, as a person reads it.</param>
internal sealed class Placeholder<T>(string name, T content, string subject)
{
    private readonly List<ValueTest> _tests = [];
    private bool _isAlwaysUsed;

    public string Name { get; } = name;

    public T Content { get; } = content;

    public string Subject { get; } = subject;

    /// <summary>The tests of which one must hold for the expression to use it; none where it always does.</summary>
    public IReadOnlyList<ValueTest> Tests => _isAlwaysUsed ? [] : _tests;

    /// <summary>Remembers a use. Two tests that differ in one answer alone come to what they have in common.</summary>
    internal void Use(ValueTest? when)
    {
        if (when is null || _tests.Contains(when.Opposite))
        {
            _isAlwaysUsed = true;
        }
        else if (_tests.FirstOrDefault(test => Common(test, when) is not null) is { } other)
        {
            _tests.Remove(other);
            Use(Common(other, when));
        }
        else if (!_tests.Contains(when))
        {
            _tests.Add(when);
        }
    }

    private static ValueTest? Common(ValueTest first, ValueTest second)
    {
        if (first is not AllTests { Tests: var one } || second is not AllTests { Tests: var other })
        {
            return null;
        }

        var differing = one.Where(test => !other.Contains(test)).ToArray();
        return one.Count == other.Count && differing.Length == 1 && other.Contains(differing[0].Opposite)
            ? ValueTest.All([.. one.Where(test => test != differing[0])])
            : null;
    }
}
