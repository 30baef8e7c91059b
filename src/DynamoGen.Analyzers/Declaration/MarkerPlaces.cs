using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>
/// Items whose primary key could be that of a unique value's marker. Such an item would replace the marker, or be refused because of it, and an entity
/// that is deleted would take the other's value with it.
/// </summary>
internal static class MarkerPlaces
{
    public static void Check(TableEntity entity, IEnumerable<TableEntity> table, DeclarationProblems problems)
    {
        foreach (var other in table.Where(other => other.Model is not null))
        {
            var key = entity.Model!.Keys[0];
            if (Unique(other).FirstOrDefault(unique => UniqueMarkers.Meet(key, unique)) is { } taken)
            {
                var place = entity.Type.Attributes(DeclarationAttributes.Key).First(attribute => attribute.ConstructorArguments.Length < 3).Place(0);
                problems.Add(DeclarationRule.KeyTemplate, place, entity.Type.Name, Template(key),
                    $"can be the key of the marker of the unique value \"{taken.Key.Template}\" of '{other.Type.Name}'; "
                    + "begin one of them with a text of its own");
            }

            // What another assembly declares is not to be changed here.
            if (!other.IsOwn && Unique(entity).FirstOrDefault(unique => UniqueMarkers.Meet(other.Model!.Keys[0], unique)) is { } own)
            {
                var place = entity.Type.Attributes(DeclarationAttributes.Unique).First(attribute => attribute.Text(0) == own.Key.Template).Place(0);
                problems.Add(DeclarationRule.KeyTemplate, place, entity.Type.Name, own.Key.Template,
                    $"gives a marker whose key can be that of an item of '{other.Type.Name}', \"{Template(other.Model!.Keys[0])}\"; "
                    + "begin it with a text of its own");
            }
        }
    }

    private static IEnumerable<UniqueModel> Unique(TableEntity entity) => entity.Model?.Uniqueness?.Constraints ?? default;

    private static string Template(KeyModel key) => key.Sort is null ? key.PartitionTemplate : $"{key.PartitionTemplate}\", \"{key.SortTemplate}";
}
