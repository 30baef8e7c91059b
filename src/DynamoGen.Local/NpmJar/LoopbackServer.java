import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * DynamoDB Local has no option for the address it listens on: its own main class listens on every interface.
 * So this builds the same server on the loopback address, prints the port that the system chose, and ends when
 * standard input closes, which it does when the parent process ends in any way. Java runs it from its source.
 *
 * Each line of standard input is a command, which a line of standard output answers.
 */
final class LoopbackServer {
    public static void main(String[] arguments) throws Exception {
        int optionBits = 0;
        String databasePath = arguments.length > 2 ? arguments[2] : null;
        boolean inMemory = databasePath == null;
        boolean sharedDatabase = arguments[1].equals("shared");
        boolean delayTransientStatuses = false;
        var requests = new LocalDynamoDBRequestHandler(optionBits, inMemory, databasePath, sharedDatabase, delayTransientStatuses);
        var webOrigins = "http://localhost";

        var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(arguments[0]));
        var server = new Server(address);
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(requests, webOrigins), "/"));
        server.start();
        System.out.println("Listening on port " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());

        answerCommands(requests);
        System.exit(0);
    }

    private static void answerCommands(LocalDynamoDBRequestHandler requests) throws IOException {
        var commands = new BufferedReader(new InputStreamReader(System.in));
        for (var command = commands.readLine(); command != null; command = commands.readLine()) {
            try {
                if (command.equals("rollover")) {
                    rollOverShards(requests);
                    System.out.println("Answer: rolled over");
                } else {
                    System.out.println("Answer: unknown command " + command);
                }
            } catch (Exception exception) {
                System.out.println("Answer: " + exception);
            }
        }
    }

    /** Closes the open shard of every stream and opens a child of it. The databases have a method for it, but the handler keeps them to itself. */
    private static void rollOverShards(LocalDynamoDBRequestHandler requests) throws IllegalAccessException {
        for (var field : LocalDynamoDBRequestHandler.class.getDeclaredFields()) {
            if (Map.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                for (var database : new ArrayList<>(((Map<?, ?>) field.get(requests)).values())) {
                    ((AmazonDynamoDBLocal) database).triggerShardRollovers();
                }
            }
        }
    }
}
