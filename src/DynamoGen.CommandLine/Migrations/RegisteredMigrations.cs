using DynamoGen.CommandLine.Commands;
using DynamoGen.Migrations.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>The migrations of an application, by their names.</summary>
internal static class RegisteredMigrations
{
    /// <summary>The migration that is asked for, or the only one.</summary>
    /// <exception cref="CommandException">There is none of this name, or there are several and none is named.</exception>
    public static MigrationRunner Find(IServiceProvider services, string? name)
    {
        var all = services.GetKeyedServices<MigrationRunner>(KeyedService.AnyKey).OrderBy(runner => runner.Migration.Name, StringComparer.Ordinal).ToList();
        var names = string.Join(", ", all.Select(runner => runner.Migration.Name));
        return (all, name) switch
        {
            ([], _) => throw new CommandException("The application registers no migration; AddMigration does."),
            ([var only], null) => only,
            (_, null) => throw new CommandException($"The application registers several migrations; --name tells which one. There are: {names}."),
            _ => all.Find(runner => runner.Migration.Name == name)
                ?? throw new CommandException($"No migration is named '{name}'. There are: {names}."),
        };
    }
}
