using System.Reflection;

namespace DynamoGen.Declarations.Assemblies;

/// <summary>What a record is made of: what its constructor takes, and what is set beside that.</summary>
/// <param name="constructor">The constructor that takes the most.</param>
/// <param name="taken">The properties of what it takes, in its order.</param>
/// <param name="set">The other properties that can be set.</param>
internal sealed class ModelFields(ConstructorInfo constructor, PropertyInfo[] taken, PropertyInfo[] set)
{
    private static readonly Dictionary<Type, ModelFields> Known = [];

    public IEnumerable<PropertyInfo> All => taken.Concat(set);

    public static ModelFields Of(Type type)
    {
        lock (Known)
        {
            return Known.TryGetValue(type, out var fields) ? fields : Known[type] = Find(type);
        }
    }

    /// <param name="next">Yields the values of <see cref="All"/>, in that order.</param>
    public object Create(Func<Type, object?> next)
    {
        var created = constructor.Invoke([.. taken.Select(property => next(property.PropertyType))]);
        foreach (var property in set)
        {
            property.SetValue(created, next(property.PropertyType));
        }

        return created;
    }

    private static ModelFields Find(Type type)
    {
        var constructor = Constructor(type);
        var taken = constructor.GetParameters().Select(parameter => type.GetProperty(parameter.Name)
            ?? throw new InvalidOperationException($"{type.Name} has no property '{parameter.Name}', which its constructor takes.")).ToArray();
        var positional = new HashSet<string>(Levels(type).SelectMany(level => Constructor(level).GetParameters()).Select(parameter => parameter.Name));
        var set = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.SetMethod is not null && !positional.Contains(property.Name))
            .OrderBy(property => property.Name, StringComparer.Ordinal).ToArray();
        return new ModelFields(constructor, taken, set);
    }

    private static ConstructorInfo Constructor(Type type) => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(constructor => constructor.GetParameters().FirstOrDefault()?.ParameterType != type)
        .OrderByDescending(constructor => constructor.GetParameters().Length).First();

    private static IEnumerable<Type> Levels(Type type)
    {
        for (var level = type; level != typeof(object); level = level.BaseType!)
        {
            yield return level;
        }
    }
}
