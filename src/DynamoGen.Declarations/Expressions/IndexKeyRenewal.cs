using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Expressions;

/// <summary>
/// Keeps index keys in step with an update: a key that an updated property is part of is built anew from the new value, from the primary key and from further parameters, whose stored
/// values then are a condition. What cannot be built is a build error, so that no index key can go stale.
/// </summary>
internal sealed class IndexKeyRenewal(IMethodSymbol method, EntityModel model, ExpressionScope scope, UpdateClauses clauses)
{
    private readonly HashSet<string> _written = [];

    /// <summary>The parameters that were taken beside those of the expressions.</summary>
    public HashSet<string> TakenParameters { get; } = [];

    public List<string> Conditions { get; } = [];

    /// <exception cref="ExpressionException">A part of a key is not known.</exception>
    public void Apply()
    {
        foreach (var key in model.Keys.Where(key => key.Index is not null && key.Parts.Any(IsTouched)))
        {
            if (key.Parts.Any(part => IsTouched(part) && clauses.Touched[part.Text].IsRemoved))
            {
                clauses.Removes.AddRange(key.Attributes.Where(attribute => !attribute.IsMember).Select(attribute => attribute.Attribute).Where(IsOfNoOtherKey(key)).Where(_written.Add).Select(scope.Name));
                continue;
            }

            // An item that was not in the index, because the value was missing, gets all of the key.
            var isEntering = key.Parts.Any(part => IsTouched(part) && part.IsNullable);
            foreach (var attribute in key.Attributes.Where(attribute => !attribute.IsMember && (isEntering || attribute.Parts.Any(IsTouched)) && _written.Add(attribute.Attribute)))
            {
                var parts = attribute.Parts.Select(part => new BoundPart(part, part.IsPlaceholder ? Value(key, part) : null)).ToArray();
                var shard = attribute.Parts.Any(part => part.Kind == KeyPartKind.Shard) ? Shard(key) : null;
                var value = new ExpressionValue(null, string.Empty, Key: new ExpressionKey(attribute, attribute == key.Partition, new EquatableArray<BoundPart>(parts), shard));
                clauses.Sets.Add($"{scope.Name(attribute.Attribute)} = {scope.Value(value)}");
            }
        }
    }

    private Func<string, bool> IsOfNoOtherKey(KeyModel key) =>
        attribute => model.Keys.All(other => other == key || other.Attributes.All(shared => shared.Attribute != attribute));

    private bool IsTouched(KeyPart part) => part.IsPlaceholder && clauses.Touched.ContainsKey(part.Text);

    private string Value(KeyModel key, KeyPart part)
    {
        var property = part.Text.TrimStart('@');
        if (clauses.Touched.TryGetValue(part.Text, out var touched))
        {
            return touched.Value ?? throw new ExpressionException($"updates '{property}', which is part of the key of index '{key.Index}', without saying its new value; set it from a parameter");
        }

        var parameter = method.Parameters.FirstOrDefault(parameter => PatternParameters.GivesValue(parameter, part.Text))
            ?? throw new ExpressionException($"changes the key of index '{key.Index}' (\"{key.Partition.Template}\"{(key.Sort is null ? string.Empty : $", \"{key.Sort.Template}\"")}), which also needs '{property}'; take it as a parameter");
        if (PatternParameters.IsNullable(parameter) || parameter.Type.PlainName() != part.TypeName)
        {
            throw new ExpressionException($"needs '{parameter.Name}' for the key of index '{key.Index}' as {part.TypeName.Replace("global::", string.Empty)}");
        }

        var name = TypeNames.Escaped(parameter.Name);
        if (model.Keys[0].Parts.All(own => own.Text != part.Text) && TakenParameters.Add(parameter.Name))
        {
            var member = scope.Member(property);
            var stored = member.Value is NullableValue nullable ? nullable.Inner : member.Value;
            Conditions.Add($"{scope.Name(member.Attribute)} = {scope.Value(new ExpressionValue(stored, name))}");
        }

        return name;
    }

    private string Shard(KeyModel key)
    {
        var parts = model.Keys[0].Parts.Where(part => part.IsPlaceholder).GroupBy(part => part.Text).Select(same => same.First());
        return $"{model.Type.FullName}.{model.KeysClass}.{key.Name}.ShardOf({string.Join(", ", parts.Select(part => $"{{{Value(key, part)}}}"))})";
    }
}
